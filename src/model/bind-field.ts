import type { Binding } from "../template/index.ts";
import type { Field, Language } from "./library.ts";
import { outOfReach } from "./reach.ts";
import type { TextSetting } from "./text-setting.ts";

/** A declared field, where this campaign may use it: how it prints, and why it may not. */
export function bindField(setting: TextSetting, path: string): Binding | undefined {
  const field = setting.library.fields.get(path);
  const far = field && outOfReach(path, setting);
  if (far !== undefined) {
    return {
      kind: "refused",
      remedy: "Use a fact about what `for_each` names, about the patient, or about the clinic.",
      ...far,
    };
  }
  return (
    field && {
      kind: "field",
      path,
      said: isSaid(field),
      ...valuesOf(field),
      ...refusal(field, setting.language),
    }
  );
}

/** Whether a patient reads words in place of the stored value. */
function isSaid(field: Field): boolean {
  return (
    field.say.size > 0 ||
    field.type.kind === "date" ||
    field.type.kind === "phone" ||
    field.from === "locations"
  );
}

/** All values that a field can have, where they are known. */
function valuesOf({ type }: Field): { values?: readonly string[] } {
  if (type.kind === "yes-no") return { values: ["yes", "no"] };
  return type.kind === "one-of" || type.kind === "many-of" ? { values: type.values } : {};
}

/** Why a field may be asked about but never printed. */
function refusal(field: Field, language: Language): { unprintable?: { message: string; remedy: string } } {
  const { type, path, say } = field;
  if (type.kind === "yes-no") {
    return {
      unprintable: {
        message: `\`${path}\` is a yes/no fact and has no words to print`,
        remedy: `Write {% if ${path} %} … {% endif %} around the words that it decides.`,
      },
    };
  }
  if (type.kind === "one-of" || type.kind === "many-of") {
    const silent = type.values.find((value) => !say.get(value)?.has(language));
    if (silent !== undefined) {
      return {
        unprintable: {
          message: `\`${path}\` would print the code "${silent}", which has no words in ${language}`,
          remedy: `Add \`say: {${silent}: {${language}: …}}\` to ${path} in library/fields.yaml.`,
        },
      };
    }
  }
  return {};
}
