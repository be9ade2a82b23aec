// Single ticks of a campaign over invented people, one a day, after which nobody is written to. Loading the people is counted,
// as a simulation loads them.
//
//   node bench/judging/ticks.mjs FOLDER FROM DAYS

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rooms } from "./rooms.mjs";

const [folder, first, days] = process.argv.slice(2);
const { openDuckDb, createRunnerTables, judgeTick, settleEnrolments, ...roster } = await rooms();
const { plan, fields } = JSON.parse(readFileSync(join(folder, "setting.json"), "utf8"));

const from = performance.now();
const db = await openDuckDb({ threads: 2 });
const source = roster.rosterSource(join(folder, "invented"), roster.AS_DOCUMENTED);
await roster.loadRoster(source, db, { shape: roster.rosterShape(fields) });
// In memory, as a simulation has them.
await roster.keepTables(db, ["patients", "visits", "consents", "events", "caregivers"]);
await createRunnerTables(db);
for (let day = 0; day < Number(days); day++) {
  const now = `${new Date(Date.parse(first) + day * 86_400_000).toISOString().slice(0, 10)} 20:30:00`;
  await judgeTick(db, plan, now);
  await settleEnrolments(db, plan, now);
}
await db.close();
console.log(JSON.stringify({ milliseconds: performance.now() - from }));
