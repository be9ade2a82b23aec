import MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import { MARKDOWN_RULES } from "../../packet/index.ts";
import { withSigns } from "./values.ts";

/** A stretch of words that look alike. */
export type Run = {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** An http, https, mailto or tel address. */
  readonly link: string | null;
};

export type Block =
  | { readonly kind: "paragraph"; readonly runs: readonly Run[] }
  | { readonly kind: "heading"; readonly level: number; readonly runs: readonly Run[] }
  /** One item of a list: its level from 1, and its number where the list is numbered. */
  | {
      readonly kind: "item";
      readonly level: number;
      readonly number: number | null;
      readonly runs: readonly Run[];
    }
  | { readonly kind: "rule" };

let parser: MarkdownIt | undefined;

/**
 * A Markdown text as blocks that a mail, a letter and plain text are written from.
 *
 * @param markdown rendered, with values passed through `withoutMarkdown`
 *
 * @example blocksOf("Hi **Ana**") // [{ kind: "paragraph", runs: [{ text: "Hi ", … }, { text: "Ana", bold: true, … }] }]
 */
export function blocksOf(markdown: string): readonly Block[] {
  parser ??= new MarkdownIt("zero", { html: false, linkify: false, typographer: false }).enable(
    MARKDOWN_RULES,
    true,
  );
  const blocks: Block[] = [];
  const lists: { next: number | null }[] = [];
  let opensItem = false;
  let heading = 0;
  for (const token of parser.parse(markdown, {})) {
    switch (token.type) {
      case "bullet_list_open":
        lists.push({ next: null });
        break;
      case "ordered_list_open":
        lists.push({ next: Number(token.attrGet("start") ?? 1) });
        break;
      case "bullet_list_close":
      case "ordered_list_close":
        lists.pop();
        break;
      case "list_item_open":
        opensItem = true;
        break;
      case "heading_open":
        heading = Number(token.tag.slice(1));
        break;
      case "heading_close":
        heading = 0;
        break;
      case "hr":
        blocks.push({ kind: "rule" });
        break;
      case "inline": {
        const runs = runsOf(token.children ?? []);
        const list = lists.at(-1);
        if (heading > 0) blocks.push({ kind: "heading", level: heading, runs });
        else if (list === undefined || !opensItem) blocks.push({ kind: "paragraph", runs });
        else {
          blocks.push({ kind: "item", level: lists.length, number: list.next, runs });
          if (list.next !== null) list.next++;
        }
        opensItem = false;
        break;
      }
    }
  }
  return blocks;
}

function runsOf(tokens: readonly Token[]): readonly Run[] {
  const runs: Run[] = [];
  let bold = 0;
  let italic = 0;
  let link: string | null = null;
  const say = (text: string) => {
    if (text !== "") runs.push({ text: withSigns(text), bold: bold > 0, italic: italic > 0, link });
  };
  for (const token of tokens) {
    switch (token.type) {
      case "strong_open":
        bold++;
        break;
      case "strong_close":
        bold--;
        break;
      case "em_open":
        italic++;
        break;
      case "em_close":
        italic--;
        break;
      case "link_open":
        link = safeLink(token.attrGet("href"));
        break;
      case "link_close":
        link = null;
        break;
      case "softbreak":
        say(" ");
        break;
      case "hardbreak":
        say("\n");
        break;
      case "text":
      case "text_special":
      case "code_inline":
        say(token.content);
        break;
    }
  }
  return runs;
}

/** Addresses that open a page, a mail or a call; no value of a person may stand in one. */
function safeLink(address: string | null): string | null {
  return address !== null && /^(?:https?:\/\/|mailto:|tel:)[!-~]+$/i.test(address) ? address : null;
}
