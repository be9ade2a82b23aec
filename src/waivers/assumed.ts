import type { Campaign, Workspace } from "../model/index.ts";
import type { Assumed } from "../plan/index.ts";
import { compareText, type Diagnostic } from "../source/index.ts";

/**
 * What of the findings about a campaign, and about what all campaigns share, somebody let stand: a part of the
 * assumptions of its plan, which privacy signs.
 */
export function assumedBy(
  { id, file }: Campaign,
  { campaigns }: Workspace,
  marked: readonly Diagnostic[],
): Assumed {
  const own = new Set(campaigns.map((campaign) => campaign.file));
  const about = marked.filter(
    ({ campaign, at }) =>
      campaign === id || at.file === file || (campaign === undefined && !own.has(at.file)),
  );
  const waivers = new Map<string, Assumed["waivers"][number]>();
  const baselined = new Map<string, Assumed["baselined"][number]>();
  for (const { rule, waiver, baselined: isKnown, path = "", fingerprint = "" } of about) {
    if (waiver?.standing === "in force") {
      const { place, until, by, reason } = waiver;
      waivers.set(JSON.stringify([rule, place, until, by, reason]), { rule, place, until, by, reason });
    }
    if (isKnown) baselined.set(JSON.stringify([rule, path, fingerprint]), { rule, path, fingerprint });
  }
  return { waivers: inOrder(waivers), baselined: inOrder(baselined) };
}

function inOrder<T>(values: ReadonlyMap<string, T>): readonly T[] {
  return [...values].sort(([a], [b]) => compareText(a, b)).map(([, value]) => value);
}
