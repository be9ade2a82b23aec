import type { Field, Language, Library, Location } from "../model/index.ts";
import type { ListedValue, ValueShape } from "../template/index.ts";

/** "miércoles, 30 de septiembre" is the longest date that is ever said. */
const LONGEST_DATE = 28;
/** "+999 999 999 999 999": a number of E.164 with its spaces. */
const LONGEST_PHONE = 20;

/**
 * All that is known before anybody is chosen of how a field prints: its values where they can be listed, else its
 * longest length and alphabet. Rendering enforces both, so that what is proved here is what is sent.
 */
export function shapeOf(
  field: Field | undefined,
  said: boolean,
  language: Language,
  library: Library,
): ValueShape {
  if (field === undefined) return { longest: Number.POSITIVE_INFINITY, gsm7: false };
  if (field.from === "locations") {
    const texts = [...library.locations.values()].flatMap((place) => locationValue(field.path, place) ?? []);
    if (texts.length > 0) return listed([...new Set(texts)]);
  }
  switch (field.type.kind) {
    case "one-of":
    case "many-of": {
      if (!said) return listed(field.type.values);
      return listed(
        field.type.values.flatMap((value) => {
          const words = field.say.get(value)?.get(language)?.value;
          return words === undefined ? [] : [{ value, words }];
        }),
      );
    }
    case "yes-no":
      return listed(["yes", "no"]);
    case "date":
      return { longest: LONGEST_DATE, gsm7: language === "en" };
    case "phone":
      return { longest: field.longest ?? LONGEST_PHONE, gsm7: true };
    case "number":
      return { longest: field.longest ?? Number.POSITIVE_INFINITY, gsm7: true };
    case "code":
    case "text":
    case "name":
      return { longest: field.longest ?? Number.POSITIVE_INFINITY, gsm7: field.gsm7 };
  }
}

function listed(values: readonly ListedValue[]): ValueShape {
  const texts = values.map((value) => (typeof value === "string" ? value : value.words));
  return { longest: Math.max(0, ...texts.map((text) => text.length)), gsm7: false, values };
}

/** What a `clinic.` field says at one location; nothing for a yes/no fact, which is never printed. */
export function locationValue(path: string, place: Location): string | undefined {
  switch (path) {
    case "clinic.name":
      return place.publicName.value;
    case "clinic.phone":
      return sayPhone(place.phone.value);
    case "clinic.nurse_line":
      return place.nurseLine && sayPhone(place.nurseLine.value);
    case "clinic.address":
      return place.address.value;
    default:
      return undefined;
  }
}

/** A telephone number as people in its country write it: "+1 217 555 0142" is said "217-555-0142". */
export function sayPhone(number: string): string {
  const digits = number.replace(/\D/g, "");
  const national = /^1?(\d{3})(\d{3})(\d{4})$/.exec(digits);
  const northAmerican =
    national !== null && (number.trim().startsWith("+") ? digits.length === 11 : digits.length === 10);
  return northAmerican ? `${national[1]}-${national[2]}-${national[3]}` : number;
}
