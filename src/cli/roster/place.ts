import { resolve } from "node:path";
import type { Session } from "../session.ts";

/** Whether a roster is a schema of a server, `postgres:SCHEMA`, and no file. */
export function isSchema(location: string): boolean {
  return location.startsWith("postgres:");
}

/** Where a roster is: paths are as seen from where the command runs. */
export function rosterPlace(location: string, { cwd }: Session): string {
  return isSchema(location) ? location : resolve(cwd, location);
}
