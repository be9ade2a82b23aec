import type { Compilation } from "../../src/compile.ts";
import { compile } from "../../src/compile.ts";
import type { Diagnostic } from "../../src/source/index.ts";
import type { SignedWaiver } from "../../src/waivers/index.ts";
import { BASE, TODAY } from "../support/base.ts";

/** What blames, and stands where `blame` (W101) finds it: anybody may waive that. */
export const BLAME = "You forgot us.";

/** The base campaign with blame in five of its English texts. */
export const BLAMING = campaignOf((text) =>
  text
    .replace("Pick a new time that works for you.", `${BLAME} Pick a new time.`)
    .replace("Pick a time or ask us to call you.", `${BLAME} Pick a time.`)
    .replace("en: A new time for your visit", `en: ${BLAME} A new time`)
    .replaceAll("You can also call us", `${BLAME} You can also call us`),
);

export const WAIVER = "# recare-ignore blame until 2027-01-31 by @dana: a line of a song that we quote";

export function campaignOf(edit: (text: string) => string): string {
  return edit(BASE.files.get("campaign.yaml") ?? "");
}

/** The base workspace with another text of its campaign. */
export function compileCampaign(
  text: string,
  {
    today = TODAY,
    signed = [],
    baseline,
  }: { today?: string; signed?: readonly SignedWaiver[]; baseline?: string } = {},
): Compilation {
  const files = [...BASE.files, ["campaign.yaml", text] as const];
  return compile({
    files: [...new Map(files)].map(([path, content]) => ({ path, text: content })),
    assets: BASE.assets,
    today,
    signed,
    ...(baseline !== undefined && { baseline: { path: "recare-baseline.json", text: baseline } }),
  });
}

export function ofRule(findings: readonly Diagnostic[], rule: string): readonly Diagnostic[] {
  return findings.filter((finding) => finding.rule === rule);
}
