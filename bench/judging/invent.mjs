// Invents people as `recare roster generate --format parquet` does, and says how long it took.
//
//   node bench/judging/invent.mjs FOLDER PEOPLE

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rooms } from "./rooms.mjs";

const [folder, people] = process.argv.slice(2);
const { openDuckDb, generateRoster, rosterShape, writeRoster } = await rooms();
const { fields, clinics, languages } = JSON.parse(readFileSync(join(folder, "setting.json"), "utf8"));
const shape = rosterShape(fields);
const invented = { people: Number(people), seed: "1", today: "2026-11-24", shape, clinics, languages };

const from = performance.now();
const db = await openDuckDb({ threads: 2 });
await writeRoster(db, await generateRoster(db, invented), "parquet", join(folder, "invented"), invented);
await db.close();
console.log(
  JSON.stringify({
    milliseconds: performance.now() - from,
    peak: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
