import { visible } from "../visible.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "|": "&#124;",
  $: "&#36;",
  // The zero-width space keeps a forge from making a mention or a reference out of the decoded character.
  "@": "&#64;&#8203;",
  "#": "&#35;&#8203;",
};

/**
 * The one Markdown escaper: text that stays text inside a paragraph, a list item, a quote or a table cell. Neither
 * Markdown nor HTML in it means anything, nobody is mentioned, and no address becomes a link.
 *
 * @example md("See @dana | <b>now</b>") // "See &#64;&#8203;dana &#124; &lt;b&gt;now&lt;/b&gt;"
 */
export function md(text: string): string {
  return visible(text)
    .replaceAll(/\s*\n\s*/g, " ")
    .replaceAll(/[&<>|$@#]|[\\`*_{}[\]()+\-!~:]/g, (c) => ENTITIES[c] ?? `\\${c}`)
    .replaceAll(/\b(www)\./gi, "$1\\.")
    .replace(/^(\s*\d+)\./, "$1\\.");
}

/** A text of several lines as a quote: a blank line stays a paragraph, a line break a break. */
export function quote(text: string): string {
  return visible(text)
    .trim()
    .split("\n")
    .map((line) => (line.trim() === "" ? ">" : `> ${md(line.trim())}  `))
    .join("\n");
}

/** A digest, path or id in fixed-width type, between more backticks than it holds itself. */
export function code(text: string): string {
  const line = visible(text).replaceAll(/\s+/g, " ").trim().replaceAll("|", "¦");
  if (line === "") return "";
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

/** A table whose cells are already Markdown. */
export function mdTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}
