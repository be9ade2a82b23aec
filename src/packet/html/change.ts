import type { Direction, Risk } from "../../review/index.ts";
import type { PacketChange, PacketStep, SourcePlace } from "../model.ts";
import { html, type Markup } from "./markup.ts";
import { badge } from "./section.ts";
import { type PacketPart, shownIn } from "./shown-in.ts";
import { langOf } from "./text.ts";
import { wordDiff } from "./word-diff.ts";

const RISKS: Readonly<Record<Risk, Markup>> = {
  high: badge("bad", "high risk"),
  medium: badge("warn", "medium risk"),
  low: badge("quiet", "low risk"),
};

/**
 * One change: which way it went, word by word, why it is rated as it is, and where it is written and shown.
 *
 * @param steps of the packet that the card stands in; null where it stands in none
 */
export function changeCard(
  change: PacketChange,
  steps: readonly Pick<PacketStep, "id">[] | null,
  level: "h3" | "h4" = "h4",
): Markup {
  const { id, direction, risk, about, because } = change;
  const title = html`<span class="direction">${sign(direction)}${direction}</span> ${about}`;
  return html`<article class="change"${/^[0-9a-f]{12}$/.test(id) && html` id="change-${id}"`}>
${level === "h3" ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`}
${difference(change)}
<p class="because">${RISKS[risk]} ${because}</p>
<p class="where">${steps !== null && html`<a href="${anchorOf(change, steps)}">${SEE[shownIn(change)]}</a> `}${writtenIn(change)}</p>
</article>`;
}

/** A sign in front of the word, for those who scan. */
function sign(direction: Direction): Markup {
  const signs: Readonly<Record<Direction, string>> = {
    ADDED: "+",
    REMOVED: "−",
    REWORDED: "≠",
    WIDENED: "↔",
    NARROWED: "→←",
    EARLIER: "←",
    LATER: "→",
    MORE: "↑",
    FEWER: "↓",
    SAME: "=",
    "CANNOT TELL": "?",
  };
  return html`<span aria-hidden="true">${signs[direction]}</span> `;
}

/** Wording is compared word by word; other values are short, and "30 days → 45 days" cannot be misread. */
function difference({ words, before, after, language, kind }: PacketChange): Markup | null {
  const lang = language === null ? null : langOf(language);
  if (words !== null) return html`<p class="words"${lang}>${wordDiff(words)}</p>`;
  const isWording = kind === "copy.wording";
  const side = (text: string, how: "removed" | "added") => wordDiff([{ kind: how, text }]);
  if (before === null && after === null) return null;
  if (isWording) {
    return html`<p class="words"${lang}>${before !== null && side(before, "removed")}${after !== null && side(after, "added")}</p>`;
  }
  if (before === null) return html`<p class="values"><ins>${after}</ins></p>`;
  if (after === null) return html`<p class="values"><del>${before}</del></p>`;
  return html`<p class="values"><del><span class="sr">was: </span>${before}</del> <span aria-hidden="true">→</span> <ins><span class="sr">now: </span>${after}</ins></p>`;
}

const SEE: Readonly<Record<PacketPart, string>> = {
  decide: "See the decision",
  findings: "See the findings",
  messages: "See the message",
  sequence: "See the sequence",
  audience: "See the audience",
  data: "See patient data",
  claims: "See the claims",
  facts: "See the stated facts",
  answering: "See who answers",
};

function anchorOf(change: PacketChange, steps: readonly Pick<PacketStep, "id">[]): string {
  const part = shownIn(change);
  const at = part === "messages" ? steps.findIndex(({ id }) => id === change.step) : -1;
  return at < 0 ? `#${part}` : `#step-${at + 1}`;
}

function writtenIn({ at: { base, head } }: PacketChange): Markup | null {
  const now = head === null ? null : lineOf(head);
  const was = base === null ? null : lineOf(base);
  if (now === null) return was === null ? null : html`<span>was in <code>${was}</code></span>`;
  return html`<span>written in <code>${now}</code>${was !== null && was !== now && html`, before in <code>${was}</code>`}</span>`;
}

function lineOf({ file, line }: SourcePlace): string {
  return `${file}:${line}`;
}
