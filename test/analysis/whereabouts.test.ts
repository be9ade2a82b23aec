import { describe, expect, it } from "vitest";
import { factsOf, seenWithin } from "../../src/analysis/index.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";

function campaignWith(edit: string) {
  const { workspace } = compileTexts(edit === "" ? BASE.files : applyEdit(BASE.files, edit));
  const [campaign] = workspace.campaigns;
  if (campaign === undefined) throw new Error("no campaign");
  return { campaign, workspace };
}

describe("where people of a campaign can be", () => {
  const whereabouts = (edit: string) => {
    const { campaign, workspace } = campaignWith(edit);
    return factsOf(workspace).whereaboutsOf(campaign);
  };
  const include = (line: string) => `   include:\n+    - ${line}`;
  const exclude = (line: string) => `   exclude:\n+    - ${line}`;
  const telehealth = "=\nlibrary/locations.yaml:\n     telehealth:\n       - IL\n+      - NY";

  it.each([
    ["by the clinics", "", ["IL"], "locations"],
    ["and by their video visits", telehealth.slice(2), ["IL", "NY"], "locations"],
    ["by what the audience asks for", include("patient.state is one of WI, IN"), ["IN", "WI"], "audience"],
    [
      "in one way or another",
      include("patient.state is IL or visit.type is annual-exam"),
      ["IL"],
      "locations",
    ],
    ["whatever else the audience asks to know", include("visit.date is known"), ["IL"], "locations"],
    ["and whatever else it keeps out", exclude("visit.reason is unknown"), ["IL"], "locations"],
    ["without what it keeps out", `${exclude("patient.state is NY")}\n${telehealth}`, ["IL"], "locations"],
  ])("%s", (_, edit, states, by) => {
    expect(whereabouts(edit)).toEqual({ states, by, unplaced: [] });
  });
});

describe("who was seen of late", () => {
  const base = "visit.date was 1 to 14 days ago";
  const seen = (condition: string, amount: string) => {
    const edit = condition === base ? "" : `-    - ${base}\n+    - ${condition}`;
    const { campaign, workspace } = campaignWith(edit);
    return seenWithin(campaign, workspace.library, amount);
  };

  it.each([
    [base, "14 days", true],
    [base, "13 days", false],
    ["visit.date was 1 to 18 months ago", "18 months", true],
    ["visit.date was 1 to 19 months ago", "18 months", false],
    ["visit.date was at least 1 day ago", "18 months", false],
    ["visit.date was before 2026-01-01", "18 months", false],
    ["visit.date is known", "18 months", false],
    [base, "10 business days", false],
  ])("%s, within %s: %s", (condition, amount, expected) => expect(seen(condition, amount)).toBe(expected));
});
