// A workspace of many campaigns: copies of those of this repository under other names.

import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes `count` campaigns, with what they share, into a folder; gives their mean number of lines. */
export function campaignsIn(target, count) {
  cpSync("campaigns", target, { recursive: true });
  const names = readdirSync("campaigns").filter((name) => name.endsWith(".yaml") && name !== "recare.yaml");
  const originals = names.map((name) => readFileSync(join("campaigns", name), "utf8"));
  for (const name of names) rmSync(join(target, name));
  let lines = 0;
  for (let i = 0; i < count; i++) {
    const text = originals[i % originals.length]
      .replace(/^campaign: (\S+)$/m, `campaign: $1-${i}`)
      .replace(/^priority: .*\n/m, "")
      .replace(/^(goal: .*)$/m, `$1\npriority: ${i}`);
    lines += text.split("\n").length;
    writeFileSync(join(target, `campaign-${i}.yaml`), text);
  }
  return Math.round(lines / count);
}
