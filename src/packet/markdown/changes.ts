import type { PacketModel } from "../model.ts";
import { count } from "../words.ts";
import { changeItem } from "./change.ts";
import { md } from "./escape.ts";
import type { MarkdownSection } from "./section.ts";

/** What changed, from the gravest; concerns that did not are no rows here, since the approvals say so. */
export function changes({ since }: PacketModel): MarkdownSection {
  const title = "What changed";
  if (since === null) return { title, line: "This packet was made without a base.", body: null };
  const { standing, base, head, changes: all } = since;
  if (standing === "cannot tell")
    return { title, line: "✖ Nobody can tell: the campaign has an error in the base.", body: null };
  if (all.length === 0) return { title, line: "✔ Nothing.", body: null };
  return {
    title,
    line: standing === "new" ? "The campaign is new." : `${count(all.length, "change")} in meaning.`,
    body: [`From ${md(base)} to ${md(head)}:`, all.map(changeItem).join("\n")].join("\n\n"),
  };
}
