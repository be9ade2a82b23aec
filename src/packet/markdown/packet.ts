import { decisionOf } from "../decision.ts";
import type { PacketModel } from "../model.ts";
import { ownerOf } from "../phrases.ts";
import { answering } from "./answering.ts";
import { audience } from "./audience.ts";
import { changes } from "./changes.ts";
import { claims } from "./claims.ts";
import { code, md } from "./escape.ts";
import { exposure } from "./exposure.ts";
import { findings } from "./findings.ts";
import { launch } from "./launch.ts";
import { limits } from "./limits.ts";
import { messages } from "./messages.ts";
import { questions } from "./questions.ts";
import type { MarkdownSection } from "./section.ts";
import { sequence } from "./sequence.ts";
import { checklists, signatures } from "./signing.ts";
import { statements } from "./statements.ts";

/** In the order of the decision; from the last on they are left out where there is no room. */
const SECTIONS: readonly ((model: PacketModel) => MarkdownSection)[] = [
  signatures,
  changes,
  findings,
  questions,
  messages,
  exposure,
  claims,
  audience,
  sequence,
  answering,
  statements,
  checklists,
  launch,
  limits,
];

/** A pull-request comment holds 65,536 characters and is refused whole above that. */
const MOST = 60_000;

/**
 * A packet as a pull-request comment: the same facts as the HTML file, in the order of the decision.
 *
 * The first line is a marker by which a later run finds its own comment. What does not fit is left out by whole
 * sections, from the last to the first, and says so; nothing is cut in the middle.
 */
export function packetMarkdown(model: PacketModel): string {
  const head = heading(model);
  const foot = footer(model);
  const sections = SECTIONS.map((section) => section(model));
  const printed = sections.map(folded);
  for (let kept = printed.length; kept > 0; kept--) {
    const text = join(
      head,
      [...printed.slice(0, kept), ...sections.slice(kept).map((s) => omitted(s, model))],
      foot,
    );
    if (text.length <= MOST) return text;
  }
  return join(
    head,
    sections.map((section) => omitted(section, model)),
    foot,
  );
}

function join(head: string, sections: readonly string[], foot: string): string {
  return `${[head, ...sections, foot].join("\n\n")}\n`;
}

function heading(model: PacketModel): string {
  const { identity } = model;
  const { canBeBuilt, verdict, sentences } = decisionOf(model);
  return [
    `<!-- campaign-packet:${fileWord(identity.campaign)} -->`,
    `### ${canBeBuilt ? "✔" : "✖"} ${cut(identity.title)}: ${md(verdict)}`,
    sentences.map((sentence) => `- ${cut(sentence, 600)}`).join("\n"),
    `${code(fileWord(identity.campaign))} · ${cut(identity.scenario.id)} · ${cut(identity.organization)} · owner ${cut(ownerOf(model))}`,
  ].join("\n\n");
}

/** The heading always stays, so each of its texts is bounded; a character may take a dozen when it is escaped. */
function cut(text: string, most = 240): string {
  return md(text.length > most ? `${text.slice(0, most)}…` : text);
}

/** The campaign's id as it can stand in a comment and a file name. */
function fileWord(campaign: string): string {
  return campaign.replaceAll(/[^\w.-]/g, "_").slice(0, 80);
}

function footer({ build, identity }: PacketModel): string {
  const plan = build === null ? "no plan" : `plan ${code(build.plan)} · recare ${md(build.compiler)}`;
  return `<sub>${plan} · checked as of ${cut(identity.checkedOn)} · whole packet: ${artifact(identity.campaign)}</sub>`;
}

function artifact(campaign: string): string {
  return `artifact ${code(`packet-${fileWord(campaign)}.html`)}`;
}

/** What a reader of the comment must not have to unfold. */
const OPEN: ReadonlySet<string> = new Set(["Approvals", "What changed", "Findings"]);

function folded({ title, line, body }: MarkdownSection): string {
  if (body === null) return `**${title}.** ${line}`;
  return `<details${OPEN.has(title) ? " open" : ""}><summary><b>${title}.</b> ${line}</summary>\n\n${body}\n\n</details>`;
}

function omitted({ title }: MarkdownSection, { identity }: PacketModel): string {
  return `**${title}**: section omitted – see ${artifact(identity.campaign)}.`;
}
