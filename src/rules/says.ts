import type { Library, Organization } from "../model/index.ts";
import type { Says, Skeleton } from "../template/index.ts";

/** A telephone number as people write it: "217-555-0142", "+1 (217) 555 0142". */
const NUMBER = /(?<!\d)\+?\(?\d[\d ().-]{5,17}\d(?!\d)/;

/** Whether a literal text gives a telephone number that can be dialled from anywhere. */
export function givesNumber(text: string): boolean {
  const digits = NUMBER.exec(text)?.[0].replace(/\D/g, "").length ?? 0;
  return digits >= 10;
}

/** A telephone number: a field of that type, or digits. */
export function aNumber({ fields }: Library): Says {
  return (piece) => {
    // A name that nothing declares is an error where it is written; what it would print nobody knows.
    if (piece.kind === "hole") return (fields.get(piece.name)?.type.kind ?? "phone") === "phone";
    return piece.kind === "lit" && givesNumber(piece.text);
  };
}

/** A link of an action, or an address that was typed. */
export const aLink: Says = (piece) => {
  if (piece.kind === "mark") return piece.what === "link";
  return piece.kind === "lit" && /https?:\/\/|\w\.\w{2,}\/\w/.test(piece.text);
};

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

/** The text that the author wrote: lines that the compiler adds have a purpose of their own, such as how to stop. */
export function withoutAddedLines(skeleton: Skeleton): Skeleton {
  if (skeleton.kind !== "cat") return skeleton;
  return {
    kind: "cat",
    parts: skeleton.parts.filter((part) => part.kind !== "mark" || part.what !== "added"),
  };
}

/** Whether some rendering has what is looked for. */
export function maySay(node: Skeleton, says: Says): boolean {
  switch (node.kind) {
    case "lit":
    case "hole":
      return says(node);
    case "cat":
      return node.parts.some((part) => maySay(part, says));
    case "alt":
      return node.options.some(({ body }) => maySay(body, says));
    case "rep":
      return maySay(node.body, says);
    case "mark":
      return says(node) || maySay(node.body, says);
  }
}
