import fc from "fast-check";
import { expect, it } from "vitest";
import { factsOf } from "../../src/analysis/index.ts";
import type { Campaign, Workspace } from "../../src/model/index.ts";
import { compileTexts } from "../support/base.ts";
import { CAMPAIGNS, editedWorkspaces, type Texts } from "./hostile.ts";

const RUNS = Number(process.env.FUZZ_RUNS ?? 8);

/** All texts of a campaign, and what is found out about their words. */
function textsOf(campaign: Campaign | undefined, workspace: Workspace): readonly string[] {
  const facts = factsOf(workspace);
  // In a workspace of several, texts that they share have been met in the others before.
  for (const other of workspace.campaigns)
    for (const { hits } of facts.outletsOf(other)) expect(hits).toBeDefined();
  return (campaign ? facts.outletsOf(campaign) : []).map(
    ({ outlet: { id, template }, hits, unreviewed, flows, length, links, sample }) =>
      JSON.stringify([id, template, hits, unreviewed, flows, length, links, sample]),
  );
}

function expectAlike({ files, assets }: Texts): void {
  const { workspace } = compileTexts(files, assets);
  for (const campaign of workspace.campaigns) {
    const others = new Set(
      workspace.campaigns.map(({ file }) => file).filter((file) => file !== campaign.file),
    );
    const alone = compileTexts(new Map([...files].filter(([path]) => !others.has(path))), assets).workspace;
    const [same] = alone.campaigns.filter(({ file }) => file === campaign.file);
    expect(textsOf(campaign, workspace)).toEqual(textsOf(same, alone));
  }
}

it("a text that campaigns share says in each of them what it says in a campaign alone", () => {
  expectAlike(CAMPAIGNS);
  fc.assert(
    fc.property(editedWorkspaces, (states) => {
      for (const texts of states.slice(-1)) expectAlike(texts);
    }),
    { numRuns: RUNS },
  );
}, 60_000);
