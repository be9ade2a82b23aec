import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONCERNS, type CompiledPlan, concernDigests, type Plan } from "../../src/plan/index.ts";
import { type CampaignReview, compare, wordDiff } from "../../src/review/index.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";
import { leavesOf, type Path, replaced } from "../support/leaves.ts";

const CLINICAL =
  " owner: north_scheduling\n+chosen_by:\n+  - visit.reason\n+because: People who came for a check-up are asked back.\n=\n   include:\n+    - visit.reason is check-up";

function plansOf(edit?: string): readonly CompiledPlan[] {
  const { plans, findings } = compileTexts(edit === undefined ? BASE.files : applyEdit(BASE.files, edit));
  if (plans.length === 0) throw new Error(findings.map(({ message }) => message).join("\n"));
  return plans;
}

const [base] = plansOf();
const [rich] = plansOf(CLINICAL);
if (base === undefined || rich === undefined) throw new Error("no plan");

function review(edit: string, from: CompiledPlan | undefined = base): CampaignReview {
  const [only] = compare(from === undefined ? [] : [from], plansOf(edit));
  if (only === undefined) throw new Error("no review");
  return only;
}

/** `audience.people WIDENED high`, in the order of the page. */
function told(edit: string): readonly string[] {
  return review(edit).changes.map(({ kind, direction, risk }) => `${kind} ${direction} ${risk}`);
}

/** A plan with its digests, made anew. */
function remade(plan: Plan): CompiledPlan {
  return { ...rich, plan, concerns: concernDigests(plan) } as CompiledPlan;
}

describe("a comparison", () => {
  it("of a plan with itself has nothing to say", () => {
    expect(compare([base], [base])).toMatchObject([{ changed: [], changes: [] }]);
  });

  it("of a plan with its own file, whose keys stand in another order, has nothing to say", () => {
    for (const compiled of [base, rich]) {
      const read = remade(JSON.parse(compiled.json) as Plan);
      const written = { ...read, campaign: compiled.campaign };
      expect(compare([compiled], [written])).toMatchObject([{ changed: [], changes: [] }]);
    }
  });

  it("does not see formatting, order of files, or comments", () => {
    const shuffled = new Map([...BASE.files].reverse().map(([path, text]) => [path, `# a comment\n${text}`]));
    expect(compare([base], compileTexts(shuffled).plans)).toMatchObject([{ changed: [], changes: [] }]);
  });

  it("says something of every leaf of a plan, under each concern that has to be signed again", () => {
    const leaves = leavesOf(rich.plan).filter((path) => path[0] !== "format");
    const silent: Path[] = [];
    for (const path of leaves) {
      const [told] = compare([rich], [remade(replaced(rich.plan, path) as Plan)]);
      const said = new Set(
        told?.changes.flatMap(({ kind, concerns }) => (kind === "unknown" ? [] : concerns)),
      );
      const gone = path.join("/") === "identity/campaign";
      if (!gone && told?.changed.some((concern) => !said.has(concern))) silent.push(path);
    }
    expect(silent.map((path) => path.join("/"))).toEqual([]);
  });

  it("gives a change the same id whichever way round the page is written, and another for another change", () => {
    const longer = review(" channel: email\n-wait: 3 days\n+wait: 4 days").changes.map(({ id }) => id);
    const again = review(" channel: email\n-wait: 3 days\n+wait: 4 days").changes.map(({ id }) => id);
    const other = review(" channel: email\n-wait: 3 days\n+wait: 5 days").changes.map(({ id }) => id);
    expect(again).toEqual(longer);
    expect(other).not.toEqual(longer);
  });

  it("points into both revisions", () => {
    const [change] = review(" channel: email\n-wait: 3 days\n+wait: 4 days").changes;
    expect(change?.at.base?.file).toBe("campaign.yaml");
    expect(change?.at.head?.pointer).toBe("/steps/1");
  });

  it("tells a new campaign, one that is gone, and one that has another name", () => {
    const [added] = compare([], [base]);
    const [removed] = compare([base], []);
    expect([added?.changes[0]?.direction, removed?.changes[0]?.direction]).toEqual(["ADDED", "REMOVED"]);
    expect([added?.changed, removed?.changed]).toEqual([CONCERNS, CONCERNS]);
    const [renamed] = compare(
      [base],
      plansOf("-campaign: missed-visit\n+campaign: missed-a-visit\n+was: [missed-visit]"),
    );
    expect([renamed?.formerly, renamed?.campaign]).toEqual(["missed-visit", "missed-a-visit"]);
  });
});

describe("directions", () => {
  it.each<[string, string, readonly string[]]>([
    [
      "more days of missed visits",
      "-    - visit.date was 1 to 14 days ago\n+    - visit.date was 1 to 15 days ago",
      ["audience.people WIDENED high"],
    ],
    [
      "fewer days",
      "-    - visit.date was 1 to 14 days ago\n+    - visit.date was 1 to 10 days ago",
      ["audience.people NARROWED low"],
    ],
    [
      "some join, others leave",
      "-    - visit.date was 1 to 14 days ago\n+    - visit.date was 3 to 15 days ago",
      ["audience.people WIDENED high"],
    ],
    [
      "the same people in other words",
      "-    - visit.date was 1 to 14 days ago\n+    - visit.date was 1 to 14 days ago\n+    - visit.date is known",
      ["audience.people SAME low"],
    ],
    [
      "somebody is no longer left out",
      "-    - patient.moved_care",
      ["audience.people WIDENED high", "audience.fields REMOVED low"],
    ],
    ["a longer wait", " channel: email\n-wait: 3 days\n+wait: 4 days", ["timing.wait LATER low"]],
    ["a shorter wait", " channel: email\n-wait: 3 days\n+wait: 2 days", ["timing.wait EARLIER medium"]],
    [
      "business days for days",
      " channel: email\n-wait: 3 days\n+wait: 3 business days",
      ["timing.wait CANNOT TELL medium"],
    ],
    [
      "other words",
      "-    en: A new time for your visit\n+    en: Another time for your visit",
      ["copy.wording REWORDED high"],
    ],
    [
      "only a point",
      "-      en: A new time for your visit\n+      en: A new time for your visit.",
      ["copy.wording REWORDED low"],
    ],
    [
      "earlier in the day",
      'recare.yaml:\n-  hours: "09:00-19:00"\n+  hours: "10:00-18:00"',
      ["timing.closes EARLIER low", "timing.opens LATER low"],
    ],
    ["fewer messages", "recare.yaml:\n-  per_week: 3\n+  per_week: 2", ["timing.caps FEWER low"]],
  ])("%s", (_, edit, expected) => expect(told(edit)).toEqual(expected));

  it("a shared phrase shows in the campaign that uses it, and its words are told apart", () => {
    const { changes } = review(
      "library/phrases.yaml:\n-    en: This is {{ caller }} from {{ sender }}. Please call us at {{ clinic.phone }}.\n+    en: This is {{ caller }} from {{ sender }}. Please call us back at {{ clinic.phone }}.",
    );
    const wording = changes.find(({ kind }) => kind === "copy.wording");
    expect(wording?.words?.filter(({ kind }) => kind !== "same")).toEqual([{ kind: "added", text: "back " }]);
  });
});

describe("word by word", () => {
  it("a field is one word", () => {
    expect(wordDiff("Hi {{ patient.first_name }}, come", "Hi {{ recipient.first_name }}, come")).toEqual([
      { kind: "same", text: "Hi " },
      { kind: "removed", text: "{{ patient.first_name }}" },
      { kind: "added", text: "{{ recipient.first_name }}" },
      { kind: "same", text: ", come" },
    ]);
  });

  it("gives back both texts", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b ", "é", "\n", "{{ x.y }}", "'", "👍", "‮") });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDiff(before, after);
        const without = (kind: string) =>
          runs
            .filter((run) => run.kind !== kind)
            .map((run) => run.text)
            .join("");
        expect([without("added"), without("removed")]).toEqual([before, after]);
      }),
      { numRuns: 500 },
    );
  });
});
