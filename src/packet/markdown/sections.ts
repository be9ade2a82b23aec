import { CHANNELS } from "../../model/index.ts";
import type { ExposedField, Mark, PacketModel, PacketOutlet, PacketStep, PacketWording } from "../model.ts";
import { shownOf } from "../outlets.ts";
import {
  GROUNDS,
  happensWhen,
  hoursOf,
  lengthOf,
  placeOf,
  shortDigest,
  tally,
  whoOf,
  windowOf,
} from "../phrases.ts";
import {
  CHANNEL_NAMES,
  CONCERN_NAMES,
  count,
  dayOf,
  fieldName,
  idName,
  languageName,
  listed,
  PART_NAMES,
  plain,
  REPLY_NAMES,
} from "../words.ts";
import { code, md, mdTable, quote } from "./escape.ts";

/** A section whose body is already Markdown; its line is our own words, since it stands in HTML. Without a body it is that line. */
export interface MarkdownSection {
  readonly title: string;
  readonly line: string;
  readonly body: string | null;
}

/** In the order of the decision; from the last on they are left out where there is no room. */
export const SECTIONS: readonly ((model: PacketModel) => MarkdownSection)[] = [
  findings,
  messages,
  exposure,
  signatures,
  claims,
  audience,
  sequence,
  answering,
  statements,
  checklists,
  limits,
];

const SIGNS = { error: "✖ error", warning: "▲ warning", info: "● note" } as const;

function findings({ findings: found }: PacketModel): MarkdownSection {
  return {
    title: "Findings",
    line: found.length === 0 ? "✔ Nothing was found." : `${tally(found)}.`,
    body:
      found.length === 0
        ? null
        : mdTable(
            ["", "Rule", "Finding", "What to write instead", "Happens when", "Place"],
            found.map((finding) => [
              SIGNS[finding.severity],
              `${md(finding.code)} ${md(finding.rule)}`,
              md(finding.message) + (finding.witness === null ? "" : `<br>“${md(finding.witness.text)}”`),
              md(finding.remedy),
              md(happensWhen(finding)),
              code(placeOf(finding)),
            ]),
          ),
  };
}

function messages({ steps, test }: PacketModel): MarkdownSection {
  const texts = steps
    .flatMap((step) => step.outlets)
    .reduce((sum, outlet) => sum + outlet.wordings.shown.length, 0);
  return {
    title: "Every message as the patient sees it",
    line:
      steps.length === 0 ? "No step is written." : `${count(steps.length, "step")}, ${count(texts, "text")}.`,
    body:
      steps.length === 0
        ? null
        : [
            ...(test === null
              ? []
              : [
                  `A test in step ${code(test.step)}: another ${md(test.change)} (A or B); what counts is ${md(test.winner)}.`,
                ]),
            ...steps.map(step),
          ].join("\n\n"),
  };
}

function step(one: PacketStep): string {
  const to = one.to === "caregiver" ? " to the caregiver" : "";
  return [
    `#### ${dayOf(one)}: ${CHANNEL_NAMES[one.channel]}${to} ${code(one.id)}`,
    ...(one.onlyIf === null ? [] : [`Only if ${md(one.onlyIf)}.`]),
    ...one.outlets.map(outlet),
    ...(one.script === null || one.script.verify.length === 0
      ? []
      : [`Identity is verified before anything else is said: ${md(listed(one.script.verify))}.`]),
  ].join("\n\n");
}

function outlet(one: PacketOutlet): string {
  const arm = one.arm === "b" ? ", B" : "";
  const name = one.name === null ? "" : ` (${md(idName(one.name))})`;
  const notes = [shownOf(one), one.length === null ? null : lengthOf(one.length)].filter(
    (note) => note !== null,
  );
  return [
    `**${PART_NAMES[one.part]}**${name}, ${md(languageName(one.language))}${arm}${notes.length === 0 ? "" : `: ${md(notes.join("; "))}`}`,
    ...one.wordings.shown.map(wording),
  ].join("\n\n");
}

function wording({ when, runs }: PacketWording): string {
  const guard = when === "" ? "" : `\n>\n> <sub>sent when ${md(when)}</sub>`;
  return `${quote(plain(runs))}${guard}`;
}

function exposure({ exposure: { parts, fields } }: PacketModel): MarkdownSection {
  const used = CHANNELS.filter((channel) => parts.some(({ part }) => part.startsWith(`${channel}.`)));
  return {
    title: "Patient data by channel",
    line:
      fields.length === 0
        ? "No field of the record is read."
        : `${count(fields.length, "field is", "fields are")} read, and no other.`,
    body:
      fields.length === 0
        ? null
        : `E printed · I decides which words are printed · S decides who receives it · ✖ above what the channel may carry\n\n${mdTable(
            ["Field", "Class", ...used.map((channel) => CHANNEL_NAMES[channel]), "Read for"],
            fields.map((field) => [
              code(field.path),
              field.class ?? "not declared",
              ...used.map((channel) => lettersOf(field, channel)),
              md(listed(field.readFor)),
            ]),
          )}`,
  };
}

/** The marks of all parts of a channel together. */
function lettersOf(field: ExposedField, channel: string): string {
  const marks = field.marks.filter(({ part }) => part.startsWith(`${channel}.`));
  const any = (key: keyof Mark) => marks.some((mark) => mark[key] === true);
  const letters = [any("printed") && "E", any("influences") && "I", any("selects") && "S"].filter(
    (letter) => letter !== false,
  );
  return letters.length === 0 ? "·" : `${any("blocked") ? "✖ " : ""}${letters.join(" ")}`;
}

function signatures({ signatures: signs }: PacketModel): MarkdownSection {
  return {
    title: "Who signs what",
    line: count(signs.length, "concern"),
    body: mdTable(
      ["Concern", "Signed by", "Digest"],
      signs.map(({ concern, roles, digest }) => [
        CONCERN_NAMES[concern],
        md(listed(roles)),
        digest === null ? "none" : code(shortDigest(digest)),
      ]),
    ),
  };
}

function claims({ claims: used }: PacketModel): MarkdownSection {
  return {
    title: "Claims and evidence",
    line: used.length === 0 ? "No claim is made." : count(used.length, "claim"),
    body:
      used.length === 0
        ? null
        : mdTable(
            ["Claim", "Approved wording", "Approved by", "Evidence", "Valid", "Used in"],
            used.map((claim) => [
              `${code(claim.id)} ${claim.standing === "valid" ? "✔ valid" : `✖ ${claim.standing}`}`,
              claim.text.map(({ language, text }) => `${md(language)}: ${md(text)}`).join("<br>"),
              md(`${claim.approved.by}, ${claim.approved.role}, ${claim.approved.on}`),
              `${code(claim.evidence.file)} ${md(claim.evidence.section ?? "")}`,
              md(`${claim.from} to ${claim.until}`),
              md(listed(claim.usedIn)),
            ]),
          ),
  };
}

function audience({ audience: people }: PacketModel): MarkdownSection {
  const bullets = (lines: readonly string[], none: string) =>
    lines.length === 0 ? none : lines.map((line) => `- ${md(line)}`).join("\n");
  return {
    title: "Audience",
    line: "Who is written to, and who is left out.",
    body: [
      `Each ${md(idName(people.anchor).toLowerCase())} is written to when all are true:\n\n${bullets(people.include, "Nobody: no condition is written.")}`,
      `Left out, when any may be true:\n\n${bullets(people.exclude, "Nobody is left out.")}`,
      ...(people.chosenBy === null
        ? []
        : [
            `Chosen by clinical fields: ${people.chosenBy.fields.map(code).join(", ")}. “${md(people.chosenBy.because)}”`,
          ]),
      ...(people.others === null
        ? []
        : [`People whom a clinical condition keeps out go to ${md(idName(people.others))}.`]),
      ...(people.caregiver === null ? [] : [`A caregiver is written to ${md(people.caregiver)}.`]),
      ...(people.segments.length === 0
        ? []
        : [
            mdTable(
              ["Segment", "Who"],
              people.segments.map(({ id, when }) => [code(id), md(when ?? "everybody else")]),
            ),
          ]),
      ...(people.boundary.length === 0
        ? []
        : [
            mdTable(
              ["At the edge of", "Person", ""],
              people.boundary.flatMap(({ condition, people: near }) =>
                near.map(({ field, where, verdict }) => [
                  md(condition),
                  md(`${fieldName(field)}: ${where}`),
                  verdict,
                ]),
              ),
            ),
          ]),
    ].join("\n\n"),
  };
}

function sequence({ steps, timing }: PacketModel): MarkdownSection {
  return {
    title: "Sequence",
    line: steps.length === 0 ? "No step is written." : count(steps.length, "step"),
    body: [
      mdTable(
        ["Step", "Due", "Channel", "To", "Only if"],
        steps.map((one) => [
          code(one.id),
          dayOf(one),
          CHANNEL_NAMES[one.channel],
          one.to,
          md(one.onlyIf ?? "always"),
        ]),
      ),
      `- Messages leave ${md(windowOf(timing))}.\n- At most ${timing.perDay} a day and ${timing.perWeek} a week for one person.\n- Stops on ${md(listed(timing.stops) || "never")}.\n- Pauses on ${md(listed(timing.pauses) || "never")}.`,
    ].join("\n\n"),
  };
}

function answering({ answering: people }: PacketModel): MarkdownSection {
  return {
    title: "Who answers",
    line:
      people.replies.length === 0
        ? "✖ Nobody is named to answer."
        : `${count(people.replies.length, "kind")} of reply`,
    body:
      people.replies.length === 0
        ? null
        : [
            ...(people.urgent === null ? [] : [`What cannot wait goes to ${md(idName(people.urgent))}.`]),
            mdTable(
              ["Reply", "We", "Who", "Within", "Otherwise"],
              people.replies.map((reply) => [
                REPLY_NAMES[reply.kind],
                md(reply.does),
                md(whoOf(reply.who)),
                md(reply.within ?? "✖ no time stated"),
                reply.next === null ? "–" : md(whoOf(reply.next)),
              ]),
            ),
            mdTable(
              ["Team", "Lead", "Hours"],
              people.teams.map((team) => [md(idName(team.id)), md(team.lead), md(hoursOf(team.hours))]),
            ),
          ].join("\n\n"),
  };
}

function statements({ statements: facts }: PacketModel): MarkdownSection {
  return {
    title: "Facts that somebody states, and consent",
    line: facts.length === 0 ? "Nothing is stated." : count(facts.length, "fact"),
    body:
      facts.length === 0
        ? null
        : mdTable(
            ["Fact", "Says", "Ground"],
            facts.map(({ about, says, ground }) => [
              md(about),
              says === null ? "▲ not stated" : md(says),
              GROUNDS[ground],
            ]),
          ),
  };
}

function checklists({ checklists: lists }: PacketModel): MarkdownSection {
  return {
    title: "Checklists",
    line: lists.length === 0 ? "No role is asked to check anything." : count(lists.length, "role"),
    body:
      lists.length === 0
        ? null
        : lists
            .map(
              ({ role, asks }) =>
                `<b>${md(idName(role))}</b>\n\n${asks.map((ask) => `- [ ] ${md(ask)}`).join("\n")}`,
            )
            .join("\n\n"),
  };
}

function limits({ limits: sentences }: PacketModel): MarkdownSection {
  return {
    title: "What was not checked",
    line: "Where this packet ends.",
    body: sentences.map((sentence) => `- ${md(sentence)}`).join("\n"),
  };
}
