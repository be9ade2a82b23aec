import picocolors from "picocolors";
import type { Severity } from "../source/index.ts";

type Brush = (text: string) => string;

/** What colour means here; every brush gives the text back unchanged where colour was not asked for. */
export interface Paint {
  readonly strong: Brush;
  readonly faint: Brush;
  readonly added: Brush;
  readonly removed: Brush;
  readonly severity: Readonly<Record<Severity, Brush>>;
}

/** Colour only when the caller asks: never guessed from the environment here. */
export function paintFor(colour: boolean): Paint {
  const colours = picocolors.createColors(colour);
  return {
    strong: colours.bold,
    faint: colours.dim,
    added: colours.green,
    removed: colours.red,
    severity: { error: colours.red, warning: colours.yellow, info: colours.cyan },
  };
}
