import type { Library, Organization } from "../model/index.ts";
import type { InsertKind, Says } from "../template/index.ts";

/** A telephone number as people write it: "217-555-0142", "+1 (217) 555 0142". */
const NUMBER = /(?<!\d)\+?\(?\d[\d ().-]{5,17}\d(?!\d)/;

/** Whether a literal text gives a telephone number that can be dialled from anywhere. */
export function givesNumber(text: string): boolean {
  const digits = NUMBER.exec(text)?.[0].replace(/\D/g, "").length ?? 0;
  return digits >= 10;
}

/** A telephone number: a field of that type, or digits. Lines that the compiler adds are for other needs than an answer. */
export function aNumber({ fields }: Library): Says {
  return (piece) => {
    // A name that nothing declares is an error where it is written; what it would print nobody knows.
    if (piece.kind === "hole") return (fields.get(piece.name)?.type.kind ?? "phone") === "phone";
    return piece.kind === "lit" && givesNumber(piece.text);
  };
}

/** An insert of this kind. */
export function anInsert(what: InsertKind): Says {
  return (piece) => piece.kind === "mark" && piece.what === what;
}

/** The organisation by the name that patients know it by, or one of its clinics by theirs. */
export function theSender({ sender }: Organization, { locations }: Library): Says {
  const names = [sender, ...[...locations.values()].map(({ publicName }) => publicName)]
    .map(({ value }) => value.trim().toLowerCase())
    .filter((name) => name !== "");
  return (piece) => {
    if (piece.kind === "lit") return names.some((name) => piece.text.toLowerCase().includes(name));
    return piece.kind === "mark" ? piece.what === "sender" : piece.name === "clinic.name";
  };
}
