import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Problem, readWorkspace } from "../../host/index.ts";
import { bind } from "../../model/index.ts";
import { choices, didYouMean } from "../../source/index.ts";
import { loadWorkspace } from "../../workspace/index.ts";
import { onlyWorkspace, type Selection } from "../check/selection.ts";
import type { Session } from "../session.ts";

/** One campaign of one workspace. */
export interface CampaignAsked {
  readonly selection: Selection;
  readonly id: string;
}

/**
 * The campaign that somebody names by its id or by its file.
 *
 * @throws Problem where there is none of that name, or none was named and there are several
 */
export function campaignAsked(named: string | undefined, session: Session): CampaignAsked {
  const isPath = named !== undefined && existsSync(resolve(session.cwd, named));
  const selection = onlyWorkspace(isPath ? [named] : [], session.cwd);
  const { files } = readWorkspace(selection.root);
  const { campaigns } = bind(loadWorkspace(files).value, new Map(), "2000-01-01").value;
  const [within = ""] = selection.within;
  const found = campaigns.filter(({ id, file }) =>
    named === undefined ? true : isPath ? file === within : id === named,
  );
  const [campaign, another] = found;
  const ids = campaigns.map(({ id }) => id);
  if (campaign === undefined) {
    throw new Problem(
      named === undefined
        ? "There is no campaign here."
        : `There is no campaign ${named} here${didYouMean(named, ids)}.`,
      ids.length === 0 ? "Write one first." : `Name one: ${choices(ids)}.`,
    );
  }
  if (another !== undefined)
    throw new Problem("There are several campaigns here.", `Name one: ${choices(ids)}.`);
  return { selection: { ...selection, within: [campaign.file] }, id: campaign.id };
}
