import { describe, expect, test } from "vitest";
import { factsOf } from "../../src/analysis/index.ts";
import { type PacketModel, packetHtml, packetModel } from "../../src/packet/index.ts";
import { reviewOf, trustOf } from "../../src/review/index.ts";
import { LineIndex, type Span } from "../../src/source/index.ts";
import { BASE, compileTexts, TODAY } from "../support/base.ts";

type Texts = ReadonlyMap<string, string>;

function edited(edit: (campaign: string) => string): Texts {
  return new Map([...BASE.files].map(([path, text]) => [path, path === "campaign.yaml" ? edit(text) : text]));
}

function swapped(before: string, after: string): Texts {
  return edited((text) => {
    if (!text.includes(before)) throw new Error(`the base campaign has no "${before}"`);
    return text.replace(before, after);
  });
}

function side(name: string, files: Texts) {
  const { plans, workspace } = compileTexts(files, BASE.assets, TODAY);
  const built = new Set(plans.map(({ campaign }) => campaign));
  return { name, plans, broken: workspace.campaigns.filter(({ id }) => !built.has(id)) };
}

/** The packet of the campaign as it is, held against what it was. */
function packetSince(before: Texts, now: Texts = BASE.files): PacketModel {
  const place =
    (files: Texts) =>
    ({ file, start }: Span) => ({ file, ...new LineIndex(files.get(file) ?? "").at(start) });
  const { findings, workspace, plans } = compileTexts(now, BASE.assets, TODAY);
  const base = side("main", before);
  const [campaign] = workspace.campaigns;
  if (campaign === undefined) throw new Error("no campaign");
  return packetModel({
    compiled: plans[0],
    campaign,
    facts: factsOf(workspace),
    findings,
    place: place(now),
    today: TODAY,
    base: {
      review: reviewOf(base, side("here", now), trustOf([]).value.required),
      plans: base.plans,
      place: place(before),
    },
  });
}

describe("a packet with a base", () => {
  test("that is the same says so, and voids nothing", () => {
    const { since, approvals } = packetSince(BASE.files);
    expect(since).toMatchObject({ standing: "compared", changed: [], changes: [], sign: [] });
    expect(approvals.every(({ state }) => state === "not verified here")).toBe(true);
    expect(approvals.every(({ why }) => why?.startsWith("Unchanged since main"))).toBe(true);
  });

  test("tells a wider audience, with the made-up people whom it lets in, and nobody whom it loses", () => {
    const { since, audience } = packetSince(swapped("1 to 14 days ago", "1 to 10 days ago"));
    expect(since?.changes[0]).toMatchObject({ kind: "audience.people", direction: "WIDENED", risk: "high" });
    expect(audience.waterfall?.moved?.join).toBeGreaterThan(0);
    expect(audience.waterfall?.moved?.leave).toBe(0);
    const { rows = [], reached } = audience.waterfall ?? {};
    const changed = rows.filter(({ before, now }) => before === null || now === null);
    expect(changed.map(({ now }) => now !== null)).toEqual([false, true]);
    // Each row can only leave fewer than the one before it, on either side.
    for (const key of ["before", "now"] as const) {
      const left = rows.flatMap((row) => row[key] ?? []);
      expect(left).toEqual(left.toSorted((a, b) => b - a));
    }
    expect(reached?.now).toBeGreaterThan(reached?.before ?? 0);
    expect(
      packetSince(BASE.files, swapped("1 to 14 days ago", "1 to 10 days ago")).audience.waterfall?.moved
        ?.join,
    ).toBe(0);
  });

  test("voids one language where one language changed", () => {
    const spanish = [...(BASE.files.get("campaign.yaml")?.matchAll(/^ +es: (\S.*)$/gm) ?? [])].map(
      ([line]) => line,
    );
    const [line = ""] = spanish;
    const { since, approvals } = packetSince(swapped(line, `${line.replace(/\.?$/, "")} ya.`));
    expect(since?.sign.map(({ concern, language }) => [concern, language])).toEqual([["copy", "es"]]);
    const again = approvals.filter(({ why }) => why?.startsWith("It changed"));
    expect(new Set(again.map(({ language }) => language))).toEqual(new Set(["es"]));
    expect(since?.changes.every(({ language }) => language === "es")).toBe(true);
  });

  test("draws steps where they were, and those that are no more", () => {
    const { since, steps } = packetSince(swapped("wait: 3 days", "wait: 5 days"));
    const email = steps.find(({ id }) => id === "email-1");
    const was = since?.steps.find(({ now }) => now === "email-1");
    expect((was?.earliest ?? 0) - (email?.earliest ?? 0)).toBe(2);
    const page = packetHtml(packetSince(swapped("wait: 3 days", "wait: 5 days")));
    expect(page).toContain("<title>email-1, was day 6</title>");
    expect(page.match(/<g class="former">/g)?.length).toBeGreaterThan(1);
  });

  test("has a line and a link for every change", () => {
    const page = packetHtml(packetSince(swapped("wait: 3 days", "wait: 5 days")));
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/<a href="#([^"]+)">See /g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(ids).toContain(link);
    expect(page).toMatch(/written in <code>campaign\.yaml:\d+<\/code>/);
  });

  test("that cannot be compiled says that nobody can tell, and never that nothing changed", () => {
    const model = packetSince(swapped("visit.status is missed", "visit.statsu is missed"));
    expect(model.since?.standing).toBe("cannot tell");
    expect(model.since?.sign).toEqual(model.subjects);
    expect(packetHtml(model)).toContain("nobody can tell");
    expect(packetHtml(model)).not.toContain("Nothing changed in meaning");
  });

  test("that has no such campaign says that it is new", () => {
    const model = packetSince(new Map([...BASE.files].filter(([path]) => path !== "campaign.yaml")));
    expect(model.since?.standing).toBe("new");
    expect(
      model.approvals.every(({ why }) => why === "The campaign is new: nobody can have signed it."),
    ).toBe(true);
  });

  test("shows what verification found, where somebody verified", () => {
    const known = {
      ...packetSince(BASE.files).approvals[0],
      state: "stale",
      why: "Because.",
    } as PacketModel["approvals"][number];
    const { findings, workspace, plans } = compileTexts(BASE.files, BASE.assets, TODAY);
    const [campaign] = workspace.campaigns;
    if (campaign === undefined) throw new Error("no campaign");
    const model = packetModel({
      compiled: plans[0],
      campaign,
      facts: factsOf(workspace),
      findings,
      place: ({ file }) => ({ file, line: 1, column: 1 }),
      today: TODAY,
      verified: { states: [known], objections: [] },
    });
    expect(model.approvals[0]).toEqual(known);
    expect(model.approvals[1]?.state).toBe("not verified here");
    expect(packetHtml(model)).toContain("stale, needed again");
  });
});
