import { join } from "node:path";
import { type Paint, visible, wrap } from "../../report/index.ts";
import type { VerifiedCampaign } from "../../review/index.ts";
import type { Releases } from "./release.ts";

/** What may run now, and what is missing for the rest. */
export function releaseSummary(
  { texts, refused, missing, judged }: Releases,
  out: string,
  { paint, columns }: { readonly paint: Paint; readonly columns: number },
): string {
  const line = (text: string) => `  ${wrap(visible(text), columns - 2, 4)}`;
  const released = [...texts.keys()].map((campaign) =>
    line(`✔ ${join(out, campaign, "release.json")} may run: everybody who must sign has signed`),
  );
  const open = missing.map((campaign) =>
    line(`✖ ${campaign.campaign}: ${refused.get(campaign.campaign)?.join(" ") ?? whyNot(campaign)}`),
  );
  const unknown = "unknown" in judged.authors ? [line(judged.authors.unknown)] : [];
  const tally = `${texts.size} released${missing.length === 0 ? "" : `, ${missing.length} not`}`;
  return [
    ...released,
    ...open,
    ...unknown,
    (missing.length === 0 ? paint.added : paint.severity.error)(tally),
    "",
  ].join("\n");
}

function whyNot({ signoffs, objections }: VerifiedCampaign): string {
  if (signoffs === null) return "it has errors.";
  const open = signoffs.filter(({ standing }) => standing !== "valid").length;
  const said =
    open === 0 ? [] : [`${open} signature${open === 1 ? "" : "s"} missing, as recare verify shows.`];
  return [...said, ...objections.map(({ why, remedy }) => `${why} ${remedy}`)].join(" ");
}
