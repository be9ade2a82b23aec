import { execFileSync } from "node:child_process";

const IDENTITY = ["user.name=Ana", "user.email=ana@maple.example", "commit.gpgsign=false"];

/** Git in a folder, as somebody whom no configuration of this machine knows. */
export function gitIn(folder: string): (...args: readonly string[]) => string {
  const config = IDENTITY.flatMap((setting) => ["-c", setting]);
  return (...args) => execFileSync("git", [...config, ...args], { cwd: folder, encoding: "utf8" }).trim();
}
