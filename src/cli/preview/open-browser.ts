import { spawn } from "node:child_process";
import type { Session } from "../session.ts";

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [command: string, ...args: string[]]>>> = {
  darwin: ["open"],
  // `start` is a word of the shell; its first quoted argument is a title.
  win32: ["cmd", "/c", "start", ""],
};

/** Opens an address in the browser of this machine; where there is none, says so and goes on. */
export function openBrowser(url: string, session: Session): void {
  const [command, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...args, url], { detached: true, stdio: "ignore" });
  child.on("error", () =>
    session.note(`note: no browser could be opened with ${command}; open the address yourself\n`),
  );
  child.unref();
}
