import type { WordRun } from "../../review/index.ts";
import type { PacketChange } from "../model.ts";
import { fieldsNamed } from "../words.ts";
import { code, md } from "./escape.ts";

const MARK = { high: "✖", medium: "▲", low: "□" } as const;

/** One change as an item of a list: which way, what, word by word, and why it is rated as it is. */
export function changeItem(change: PacketChange): string {
  const where = change.at.head ?? change.at.base;
  const value = change.words === null ? beforeAfter(change) : worded(change.words);
  return [
    `- ${MARK[change.risk]} **${change.direction}** ${md(change.about)}${where === null ? "" : ` (${code(`${where.file}:${where.line}`)})`}`,
    ...(value === "" ? [] : [`  <br>${value}`]),
    `  <br>*${change.risk} risk: ${md(change.because)}*`,
  ].join("\n");
}

const LONGEST = 400;

function cut(text: string): string {
  return md(fieldsNamed(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text));
}

function beforeAfter({ before, after }: PacketChange): string {
  if (before === null && after === null) return "";
  if (before === null) return cut(after ?? "");
  return after === null ? `was: ${cut(before)}` : `${cut(before)} → ${cut(after)}`;
}

/** Of longer stretches that stayed the same, the words beside the change. */
const LONGEST_SAME = 120;
const AROUND = 50;

function worded(runs: readonly WordRun[]): string {
  return runs
    .map(({ kind, text }) => {
      if (kind === "removed") return `<del>${cut(text)}</del>`;
      if (kind === "added") return `<ins>${cut(text)}</ins>`;
      return text.length > LONGEST_SAME
        ? `${cut(text.slice(0, AROUND))} … ${cut(text.slice(-AROUND))}`
        : cut(text);
    })
    .join("");
}
