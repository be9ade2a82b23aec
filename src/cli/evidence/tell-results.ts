import { resultInWords } from "../../evidence/index.ts";
import { visible } from "../../report/index.ts";
import type { Selection } from "../check/selection.ts";
import type { Session } from "../session.ts";
import { noteBroken, resultsFolder } from "./results-folder.ts";

/** Tells what came of each campaign when it was last measured, beside its goal. */
export function tellResults(selection: Selection, session: Session): void {
  const folder = resultsFolder(selection);
  for (const { path, evidence } of folder.files) {
    if (evidence.format !== "recare.results/1") continue;
    const { campaign, goal, asOf } = evidence;
    const wants = `${campaign} wants ${goal.outcome} within ${goal.withinDays} days`;
    const was = `on ${asOf.slice(0, 10)} it was ${resultInWords(evidence)} (${selection.prefix}${path})`;
    session.note(`note: ${visible(`${wants}; ${was}`)}\n`);
  }
  noteBroken(folder, session);
}
