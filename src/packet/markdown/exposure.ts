import { CHANNELS } from "../../model/index.ts";
import type { ExposedField, Mark, PacketModel } from "../model.ts";
import { exposureInWords } from "../phrases.ts";
import { CHANNEL_NAMES, listed } from "../words.ts";
import { code, md, mdTable } from "./escape.ts";
import type { MarkdownSection } from "./section.ts";

export function exposure({ exposure: exposed, build }: PacketModel): MarkdownSection {
  const { parts, fields } = exposed;
  const used = CHANNELS.filter((channel) => parts.some(({ part }) => part.startsWith(`${channel}.`)));
  return {
    title: "Patient data by channel",
    line: exposureInWords(exposed),
    body:
      fields.length === 0
        ? null
        : `E printed · I decides which words are printed · S decides who receives it · ✖ blocked: above what the channel may carry · D declassified: above it, and a waiver lets it stand\n\n${mdTable(
            ["Field", "Class", ...used.map((channel) => CHANNEL_NAMES[channel]), "Read for"],
            fields.map((field) => [
              code(field.path),
              field.class ?? "not declared",
              ...used.map((channel) => lettersOf(field, channel, build === null ? "✖ " : "D ")),
              md(listed(field.readFor)),
            ]),
          )}`,
  };
}

/** The marks of all parts of a channel together. */
function lettersOf(field: ExposedField, channel: string, above: string): string {
  const marks = field.marks.filter(({ part }) => part.startsWith(`${channel}.`));
  const any = (key: keyof Mark) => marks.some((mark) => mark[key] === true);
  const letters = [any("printed") && "E", any("influences") && "I", any("selects") && "S"].filter(
    (letter) => letter !== false,
  );
  return letters.length === 0 ? "·" : `${any("blocked") ? above : ""}${letters.join(" ")}`;
}
