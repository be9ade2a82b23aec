import { launchTally } from "../evidence-words.ts";
import type { PacketModel } from "../model.ts";
import { md, mdTable } from "./escape.ts";
import type { MarkdownSection } from "./section.ts";

export function launch({ launch: lines }: PacketModel): MarkdownSection {
  return {
    title: "Before it starts",
    line: launchTally(lines),
    body: mdTable(
      ["What", "Shown by", "Which"],
      lines.map(({ what, evidence, detail }) => [md(what), evidence, md(detail)]),
    ),
  };
}
