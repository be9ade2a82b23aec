import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readText } from "../../host/index.ts";
import { compareText } from "../../source/index.ts";
import type { Session } from "../session.ts";
import type { Selection } from "./selection.ts";

/** Where `recare report --results` writes, in a workspace. */
const RESULTS = "results";

/** Tells the last results of each campaign beside its goal, where there are any. They are notes, and change no finding. */
export async function tellLastResults({ root, prefix }: Selection, session: Session): Promise<void> {
  const folder = join(root, RESULTS);
  if (!existsSync(folder)) return;
  const { readResults, shareText } = await import("../../outcomes/index.ts");
  for (const name of readdirSync(folder).sort(compareText)) {
    if (!name.endsWith(".json")) continue;
    const shown = `${prefix}${RESULTS}/${name}`;
    const found = readResults(readText(join(folder, name), shown));
    if (found === undefined) {
      session.note(`note: ${shown} is no file that recare report --results wrote\n`);
      continue;
    }
    const { campaign, outcome, withinDays, asOf, people, rate } = found;
    const result =
      rate === null || people === null
        ? "too few people to tell"
        : `${shareText(rate)} of ${people.toLocaleString("en-US")} people`;
    session.note(
      `note: ${campaign} wants ${outcome} within ${withinDays} days; on ${asOf.slice(0, 10)} it was ${result} (${shown})\n`,
    );
  }
}
