import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startPostgres } from "../../support/postgres.ts";

/** A PostgreSQL server of one's own whose data survive a crash, as far as its clients wait for their commits. */
export interface OwnServer {
  readonly url: string;
  /** Ends it as a crash does: no client is told, nothing is tidied up, and its log is replayed at the next start. */
  crash(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

export async function ownServer(): Promise<OwnServer> {
  // Nobody who sends should set this; whoever did must not have anything sent twice for it.
  const { url, folder, server } = await startPostgres(["-c", "synchronous_commit=off"]);
  return {
    url,
    async crash() {
      const [pid = ""] = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
      process.kill(Number(pid), "SIGQUIT");
      while (isAlive(Number(pid))) await pause(20);
    },
    start: () => server.start(),
    close: () => server.stop(),
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
