import MarkdownIt from "markdown-it";
import type { Run } from "../model.ts";
import { visible } from "../visible.ts";
import { fieldName } from "../words.ts";
import { html, Markup, NOTHING } from "./markup.ts";

/**
 * Markdown as email, letter and portal print it. Our own marks travel through the parser as `{` U+E000 index `}`:
 * the text around them was made visible first, so no author can write that character, and entities are decoded too
 * late to make one. Each mark prints a closed element of its own; nothing can be nested wrongly.
 */
const OPEN = "\uE000";
const MARK = /\{\uE000(\d+)\}/y;

/**
 * What Markdown may do in a message, as it is shown and as it is sent. Raw HTML, images, code blocks and tables are off;
 * what is left prints no attribute that an author could fill.
 */
export const MARKDOWN_RULES: string[] = [
  "paragraph",
  "heading",
  "lheading",
  "list",
  "hr",
  "blockquote",
  "reference",
  "text",
  "newline",
  "escape",
  "entity",
  "backticks",
  "emphasis",
  "link",
  "autolink",
  "balance_pairs",
  "fragments_join",
  "text_join",
];

type Marks = { readonly marks?: readonly Markup[] };

let parser: MarkdownIt | undefined;

function markdownParser(): MarkdownIt {
  if (parser !== undefined) return parser;
  const made = new MarkdownIt("zero", { html: false, linkify: false, typographer: false });
  made.enable(MARKDOWN_RULES, true);
  made.inline.ruler.before("text", "mark", (state, silent) => {
    MARK.lastIndex = state.pos;
    const found = MARK.exec(state.src);
    if (found === null) return false;
    if (!silent) state.push("mark", "", 0).content = found[1] ?? "";
    state.pos += found[0].length;
    return true;
  });
  const { rules } = made.renderer;
  const escaped = (text: string) => html`${text}`.toString();
  rules.mark = (tokens, i, _options, env: Marks) =>
    (env.marks?.[Number(tokens[i]?.content)] ?? NOTHING).toString();
  rules.text = (tokens, i) => escaped(tokens[i]?.content ?? "");
  rules.code_inline = (tokens, i) => `<code>${escaped(tokens[i]?.content ?? "")}</code>`;
  // A preview is not a place to follow links from: the targets are listed beside it.
  rules.link_open = () => '<span class="link">';
  rules.link_close = () => "</span>";
  // Headings of a message must not mix with those of the page.
  rules.heading_open = () => '<p class="heading">';
  rules.heading_close = () => "</p>\n";
  parser = made;
  return made;
}

/** A Markdown text of a message as HTML; blocks that the compiler added stand in a labelled box. */
export function markdownOf(runs: readonly Run[]): Markup {
  return html`${blocksOf(runs).map((block) =>
    block.added
      ? html`<div class="added-block"><p class="label">Added by the compiler</p>${rendered(block.runs)}</div>`
      : rendered(block.runs),
  )}`;
}

interface Block {
  readonly added: boolean;
  readonly runs: readonly Run[];
}

/** Cuts a text where added lines begin or end on a line of their own; what stands only between two of them belongs to both. */
function blocksOf(runs: readonly Run[]): readonly Block[] {
  const blocks: { added: boolean; runs: Run[] }[] = [];
  for (const run of runs) {
    const last = blocks.at(-1);
    const follows = run.kind === "field" || run.text.trim() === "";
    const added = run.kind === "added" || (follows && (last?.added ?? false));
    const opensLine = last?.runs.at(-1)?.text.endsWith("\n") || run.text.startsWith("\n");
    if (last !== undefined && (last.added === added || !opensLine)) last.runs.push(run);
    else blocks.push({ added, runs: [run] });
  }
  return blocks;
}

function rendered(runs: readonly Run[]): Markup {
  const marks: Markup[] = [];
  const marked = (mark: Markup) => `{${OPEN}${marks.push(mark) - 1}}`;
  const source = runs.map((run) => {
    if (run.kind === "field") return marked(html`<span class="field">${fieldName(run.text)}</span>`);
    const text = visible(run.text);
    if (run.kind !== "claim") return text;
    return text + marked(html` <small class="proof">claim ${run.id}</small>`);
  });
  const env: Marks = { marks };
  return new Markup(markdownParser().render(source.join(""), env));
}
