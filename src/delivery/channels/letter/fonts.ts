import { createRequire } from "node:module";
import { join } from "node:path";

/** Faces of DejaVu Sans by how a run of words looks. */
export const FACES = {
  regular: "DejaVuSans",
  bold: "DejaVuSans-Bold",
  italic: "DejaVuSans-Oblique",
  boldItalic: "DejaVuSans-BoldOblique",
} as const;
export type Face = keyof typeof FACES;

/**
 * File of a face. DejaVu Sans has the letters of every language that is written in Latin, Greek or Cyrillic, Vietnamese
 * included; PDF's own fonts have none beyond Western Europe, and patients' names do.
 */
export function fontFile(face: Face): string {
  const from = createRequire(join(import.meta.dirname, "letter.js"));
  return from.resolve(`dejavu-fonts-ttf/ttf/${FACES[face]}.ttf`);
}
