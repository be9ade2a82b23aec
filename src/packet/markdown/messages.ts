import type { PacketModel, PacketOutlet, PacketStep, PacketWording } from "../model.ts";
import { shownOf } from "../outlets.ts";
import { lengthOf } from "../phrases.ts";
import {
  CHANNEL_NAMES,
  count,
  dayOf,
  idName,
  languageName,
  listed,
  PART_NAMES,
  plain,
  VOICE_NAMES,
} from "../words.ts";
import { code, md, quote } from "./escape.ts";
import type { MarkdownSection } from "./section.ts";

export function messages({ steps, test }: PacketModel): MarkdownSection {
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
    ...(one.script === null || one.script.voice === "live"
      ? []
      : [`Spoken by ${VOICE_NAMES[one.script.voice]}.`]),
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
