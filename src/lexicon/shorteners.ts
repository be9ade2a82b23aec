import { SHORTENERS } from "./table.generated.ts";

let hosts: ReadonlySet<string> | undefined;

/** Whether a host belongs to a public link shortener, which carriers block and which hides where a link leads. */
export function isPublicShortener(host: string): boolean {
  hosts ??= new Set(SHORTENERS.split(" "));
  const bare = host
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^www\./, "");
  return hosts.has(bare);
}
