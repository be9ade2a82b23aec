import { counts, type Diagnostic } from "../source/index.ts";
import { allowanceOf } from "../waivers/index.ts";
import { visible } from "./cells.ts";

/**
 * A finding in sentences, for programs that show one text: what is wrong, the rendering that shows it, who lets it
 * stand, and what to write instead. Nothing in it can be obeyed or overlooked; what a format itself would obey, its
 * renderer escapes.
 */
export function sentencesOf(finding: Diagnostic): readonly string[] {
  const { message, witness, remedy } = finding;
  const allowed = allowanceOf(finding);
  return [
    message,
    ...(witness ? [`Rendered as: "${witness.text}"${witness.when === "" ? "" : ` ${witness.when}`}`] : []),
    ...(allowed === undefined ? [] : [allowed]),
    ...(counts(finding) ? [`Instead: ${remedy}`] : []),
  ].map(visible);
}
