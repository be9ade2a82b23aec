import { choices, type Diagnostic, diagnose } from "../source/index.ts";
import { corrected, meantWord, yesOrNo } from "./corrected.ts";
import {
  EMPTY_VALUE,
  MALFORMED,
  NOT_A_CHOICE,
  NOT_YES_OR_NO,
  REPEATED,
  TOO_MANY,
} from "./findings/values.ts";
import { LANGUAGE, notALanguage } from "./language.ts";
import type { MistakeOf } from "./mistakes.ts";
import { expected, type HeldFile, nameOf, sample, schemaOf, sentence, subject, withKey } from "./naming.ts";
import { beginning, underlined } from "./place.ts";
import { quoted } from "./shown.ts";

export function notAChoice({ place, text }: MistakeOf<"not a choice">, file: HeldFile): Diagnostic {
  const values = schemaOf(place, file).enum ?? [];
  const at = underlined(place, file.text);
  const word = yesOrNo(text);
  if (word !== undefined && values.includes(word)) {
    return diagnose(NOT_YES_OR_NO, {
      at,
      message: `${subject(place, file)} is ${quoted(text)}, where ${choices(values.map(quoted))} belongs.`,
      remedy: `Write ${withKey(place, word)}.`,
    });
  }
  const meant = meantWord(text, values);
  return diagnose(NOT_A_CHOICE, {
    at,
    message: `${subject(place, file)} is ${quoted(text)}, which is not one of its values${meant === undefined ? "." : `; did you mean "${meant}"?`}`,
    remedy: `Write ${values.length === 1 ? "" : "one of "}${choices(values, 40)}.`,
  });
}

export function malformed({ place, text }: MistakeOf<"malformed">, file: HeldFile): Diagnostic {
  const form = schemaOf(place, file);
  const at = underlined(place, file.text);
  if (text.trim() === "") {
    return diagnose(EMPTY_VALUE, {
      at,
      message: `${subject(place, file)} is empty.`,
      remedy: `Write ${sample(place, form)}, or delete the line.`,
    });
  }
  if (form.title === LANGUAGE) return notALanguage(at, text, (code) => `Write ${code}.`);
  if (form.maxLength !== undefined && text.length > form.maxLength) {
    return diagnose(MALFORMED, {
      at,
      message: `${subject(place, file)} is ${quoted(text)}, which is longer than ${form.maxLength} characters.`,
      remedy: "Write something shorter.",
    });
  }
  const better = corrected(text, form);
  return diagnose(MALFORMED, {
    at,
    message: `${subject(place, file)} is ${quoted(text)}; it should be ${expected(form)}.`,
    remedy: sentence(`Write ${better === undefined ? sample(place, form) : withKey(place, better)}`),
  });
}

export function emptyValue({ place }: MistakeOf<"empty">, file: HeldFile): Diagnostic {
  return diagnose(EMPTY_VALUE, {
    at: place.entry?.key.span ?? place.node.span,
    message: `${subject(place, file)} is empty.`,
    remedy: `Write ${sample(place, schemaOf(place, file))}, or delete the line.`,
  });
}

export function tooMany({ place, count, item }: MistakeOf<"too many">, file: HeldFile): Diagnostic {
  const most = schemaOf(place, file).maxItems ?? 0;
  return diagnose(TOO_MANY, {
    at: beginning(item),
    message: `${subject(place, file)} has ${count} items; it may have at most ${most}.`,
    remedy: `Keep the ${most} that matter most.`,
  });
}

export function repeated({ place, item }: MistakeOf<"repeated">, file: HeldFile): Diagnostic {
  return diagnose(REPEATED, {
    at: beginning(item),
    message: `${item.kind === "scalar" ? quoted(item.text) : "An item"} stands twice in ${nameOf(place, file)}.`,
  });
}
