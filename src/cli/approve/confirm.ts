import { Problem } from "../../host/index.ts";
import type { Session } from "../session.ts";
import { linesOf } from "../standard-input.ts";

/**
 * Asks a person to type what they sign: a key pressed too fast signs nothing.
 *
 * @param word what has to be typed: `copy/es`
 * @throws Problem where nobody can be asked, or something else was typed
 */
export async function confirmed(word: string, yes: boolean | undefined, session: Session): Promise<void> {
  if (yes === true) return;
  session.note(`\nType ${word} to sign, or press return to leave it: `);
  const typed = await firstLine(session);
  if (typed === undefined)
    throw new Problem(
      "Nobody can be asked here, so nothing was signed.",
      "Sign in a terminal, or add --yes.",
    );
  if (typed.trim() !== word) throw new Problem("Nothing was signed.", `To sign, type ${word}.`);
}

async function firstLine({ stdin }: Session): Promise<string | undefined> {
  for await (const [line] of linesOf(stdin)) if (line !== undefined) return line;
  return undefined;
}
