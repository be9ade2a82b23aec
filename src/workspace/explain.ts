import type { Diagnostic } from "../source/index.ts";
import { malformedKey, missingKey, unknownKey } from "./explain-keys.ts";
import { wrongShape } from "./explain-shape.ts";
import { emptyValue, malformed, notAChoice, repeated, tooMany } from "./explain-values.ts";
import type { Mistake } from "./mistakes.ts";
import type { HeldFile } from "./naming.ts";

/** A mistake in the author's words. */
export function explain(mistake: Mistake, file: HeldFile): Diagnostic {
  switch (mistake.kind) {
    case "unknown key":
      return unknownKey(mistake, file);
    case "malformed key":
      return malformedKey(mistake, file);
    case "missing key":
      return missingKey(mistake, file);
    case "wrong shape":
      return wrongShape(mistake, file);
    case "not a choice":
      return notAChoice(mistake, file);
    case "malformed":
      return malformed(mistake, file);
    case "empty":
      return emptyValue(mistake, file);
    case "too many":
      return tooMany(mistake, file);
    case "repeated":
      return repeated(mistake, file);
  }
}
