import { describe, expect, it } from "vitest";
import { readFormat } from "../../src/formats/index.ts";
import {
  Places,
  paintFor,
  type ReviewFile,
  renderReviewJson,
  renderReviewMarkdown,
  renderReviewText,
  reviewFile,
} from "../../src/report/index.ts";
import { reviewOf, trustOf } from "../../src/review/index.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";

function side(name: string, files: ReadonlyMap<string, string>) {
  const { plans, workspace } = compileTexts(files);
  const built = new Set(plans.map(({ campaign }) => campaign));
  const broken = workspace.campaigns.filter(({ id }) => !built.has(id)).map(({ id, file }) => ({ id, file }));
  const places = new Places([...files].map(([path, text]) => ({ path, text })));
  return { name, plans, broken, places };
}

const { required } = trustOf([]).value;
const base = side("origin/main", BASE.files);

function compared(edit: string) {
  const head = side("the files here", applyEdit(BASE.files, edit));
  return reviewFile(reviewOf(base, head, required), { base: base.places, head: head.places });
}

const HOSTILE = "</summary><script>alert(1)</script> @everyone ::error::x \u001b[31m | `rm`";

/** A review in which every text that somebody wrote is hostile. */
function hostile(): ReviewFile {
  const review = compared("-    en: We missed you at your visit.\n+    en: We missed you.");
  const [campaign] = review.campaigns;
  if (campaign === undefined) throw new Error("nothing changed");
  return {
    ...review,
    base: HOSTILE,
    head: HOSTILE,
    unreadable: [{ side: "head", campaign: HOSTILE, file: HOSTILE }],
    campaigns: [
      {
        ...campaign,
        campaign: HOSTILE,
        formerly: HOSTILE,
        changes: campaign.changes.map((change) => ({
          ...change,
          about: HOSTILE,
          before: HOSTILE,
          after: HOSTILE,
          words: change.words && [
            { kind: "removed", text: HOSTILE },
            { kind: "added", text: HOSTILE },
            { kind: "same", text: HOSTILE },
          ],
        })),
      },
    ],
  };
}

describe("a review", () => {
  it("as JSON has the form of its schema", () => {
    const review = compared(
      "-    - visit.date was 1 to 14 days ago\n+    - visit.date was 1 to 15 days ago\n=\n-    en: We missed you at your visit.\n+    en: We missed you.\n=\n channel: email\n-wait: 3 days\n+wait: 4 days",
    );
    for (const each of [
      review,
      { ...review, unreadable: [{ side: "base", campaign: "x", file: "x.yaml" }] } as const,
    ]) {
      expect(readFormat<ReviewFile>("review", renderReviewJson(each)).value).toEqual(each);
    }
    expect(review.campaigns[0]?.changes.length).toBeGreaterThan(3);
  });

  it("names who signs what, from the roles of the base and the questions of the plan", () => {
    const review = compared("recare.yaml:\n-  per_week: 3\n+  per_week: 2");
    expect(review.campaigns[0]?.sign).toEqual([{ concern: "timing", language: null, roles: ["compliance"] }]);
  });

  it("never calls a campaign that cannot be read unchanged, added or removed", () => {
    const review = compared("-    - visit.status is missed\n+    - visit.statsu is missed");
    expect(review).toMatchObject({
      campaigns: [],
      unchanged: [],
      unreadable: [{ side: "head", campaign: "missed-visit", file: "campaign.yaml" }],
    });
  });

  it("as Markdown runs nothing, mentions nobody, and fits a comment", () => {
    const review = hostile();
    const text = renderReviewMarkdown(review);
    // Inside a code span nothing means anything.
    expect(text.replaceAll(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, "")).not.toMatch(/<script|@everyone|^::/m);
    expect(text).toContain("<del>");
    const many = { ...review, campaigns: Array.from({ length: 400 }, () => review.campaigns).flat() };
    const long = renderReviewMarkdown(many);
    expect(long.length).toBeLessThan(65_536);
    expect(long).toContain("sections omitted");
  });

  it("as text shows every character, and lets none steer the terminal", () => {
    const text = renderReviewText(hostile(), { paint: paintFor(false), columns: 100 });
    expect(text).not.toContain("\u001b");
    expect(text).toContain("[-");
  });
});
