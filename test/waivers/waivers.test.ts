import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counts } from "../../src/source/index.ts";
import { markNewWaivers, waiversNamedIn } from "../../src/waivers/index.ts";
import { BLAME, BLAMING, campaignOf, compileCampaign, ofRule, WAIVER } from "./blaming.ts";

const NEXT_STEP = "    en: You forgot us. Pick a new time.";

function above(line: string, ...comments: readonly string[]): string {
  const indent = /^ */.exec(line)?.[0] ?? "";
  if (!BLAMING.includes(`${line}\n`)) throw new Error(`no such line: ${line}`);
  return BLAMING.replace(
    `${line}\n`,
    `${comments.map((comment) => `${indent}${comment}\n`).join("")}${line}\n`,
  );
}

describe("a waiver", () => {
  it("marks what it covers, keeps it in sight, and stands in the plan's assumptions", () => {
    const text = campaignOf((base) =>
      base.replace(
        "    en: Pick a new time that works for you.\n",
        `    ${WAIVER}\n    en: ${BLAME} Pick a new time.\n`,
      ),
    );
    const { findings, plans } = compileCampaign(text);
    expect(findings.map(({ code, path, waiver }) => [code, path, waiver?.standing])).toEqual([
      ["W101", "campaign.yaml#message.next_step.en", "in force"],
    ]);
    expect(plans.map(({ plan }) => plan.assumptions.waivers)).toEqual([
      [
        {
          rule: "blame",
          place: "campaign.yaml#message.next_step.en",
          until: "2027-01-31",
          by: "@dana",
          reason: "a line of a song that we quote",
        },
      ],
    ]);
    const [other] = compileCampaign(text.replace("a song that", "the song that")).plans;
    const [plan] = plans;
    expect(other?.concerns.privacy).not.toBe(plan?.concerns.privacy);
    expect(other?.concerns.copy).toBe(plan?.concerns.copy);
  });

  it("covers all that lies inside, however deep", () => {
    const { findings } = compileCampaign(above("  - step: email-1", WAIVER));
    expect(ofRule(findings, "blame").map((finding) => [finding.path, counts(finding)])).toEqual([
      ["campaign.yaml#message.next_step.en", true],
      ["campaign.yaml#sequence[email-1].subject.en", false],
      ["campaign.yaml#sequence[email-1].preheader.en", false],
      ["campaign.yaml#sequence[email-1].text.en", false],
      ["campaign.yaml#sequence[letter-1].text.en", true],
    ]);
  });

  it("holds on its last day, and is a mistake on the next, when what it covers counts again", () => {
    const text = above(NEXT_STEP, WAIVER);
    const codes = (today: string) =>
      compileCampaign(text, { today })
        .findings.filter((finding) => /R\d+|W101/.test(finding.code) && counts(finding))
        .map(({ code }) => code);
    expect(codes("2027-01-31")).toEqual(["W101", "W101", "W101", "W101"]);
    expect(codes("2027-02-01")).toEqual(["R105", "W101", "W101", "W101", "W101", "W101"]);
  });

  it("stands above another one, with empty lines and other comments between", () => {
    const other = WAIVER.replace("blame", "W104");
    const { findings } = compileCampaign(above(NEXT_STEP, WAIVER, "# said by the marketing team", "", other));
    expect(ofRule(findings, "blame").filter((finding) => !counts(finding))).toHaveLength(1);
    expect(
      findings.filter(({ code }) => code.startsWith("R")).map(({ code, at }) => [code, at.start]),
    ).toEqual([["R107", above(NEXT_STEP, WAIVER, "# said by the marketing team", "", other).indexOf(other)]]);
  });

  it("is unused where it stands for the second time, or around one that is nearer", () => {
    const twice = compileCampaign(above(NEXT_STEP, WAIVER, WAIVER)).findings;
    expect(ofRule(twice, "waiver-unused")).toHaveLength(1);
    const nested = compileCampaign(
      above("  next_step:", WAIVER).replace(NEXT_STEP, `    ${WAIVER}\n${NEXT_STEP}`),
    );
    expect(ofRule(nested.findings, "waiver-unused")).toHaveLength(1);
  });

  it("is not called unused while something else cannot be read", () => {
    const text = campaignOf((base) => base.replace("  purpose:", `  ${WAIVER}\n  purpose:`));
    expect(compileCampaign(text).findings.map(({ code }) => code)).toEqual(["R107"]);
    const broken = compileCampaign(text.replace("owner: north_scheduling", "owner: nobody_knows"));
    expect(broken.findings.map(({ code }) => code)).not.toContain("R107");
  });

  it("covers what it covers and nothing else, wherever it stands", () => {
    const lines = BLAMING.split("\n");
    const bare = ofRule(compileCampaign(BLAMING).findings, "blame");
    // Lines that begin a key or an item, and are not words of a text.
    const places = lines.flatMap((line, i) =>
      /^ *(?:- )?(?:[a-z_0-9]+:|step|visit|patient)/.test(line) ? [i] : [],
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), (place) => {
        const indent = /^ */.exec(lines[place] ?? "")?.[0] ?? "";
        const ends = lines.findIndex(
          (line, i) => i > place && line.trim() !== "" && !line.startsWith(`${indent} `),
        );
        const from = lines.slice(0, place).join("\n").length;
        const to = lines.slice(0, ends === -1 ? lines.length : ends).join("\n").length;
        const text = [...lines.slice(0, place), indent + WAIVER, ...lines.slice(place)].join("\n");
        const waived = ofRule(compileCampaign(text).findings, "blame").filter((finding) => !counts(finding));
        const expected = bare.filter(({ at }) => at.start >= from && at.end <= to);
        expect(waived.map(({ path }) => path)).toEqual(expected.map(({ path }) => path));
      }),
      { numRuns: 25 },
    );
  });

  it("of a rule that wants a signature is only proposed until that very place is signed", () => {
    const comment = "# recare-ignore alarm until 2027-01-31 by @dana: the name of our class";
    const text = above(NEXT_STEP, comment)
      .replaceAll("You forgot us.", "")
      .replace("en:  Pick", "en: It could be life-threatening. Pick");
    const proposed = compileCampaign(text);
    const [finding] = ofRule(proposed.findings, "alarm");
    expect(finding?.waiver?.standing).toBe("proposed");
    expect(finding && counts(finding)).toBe(true);
    expect(proposed.plans).toEqual([]);

    const { place = "", digest = "" } = finding?.waiver ?? {};
    const statement = { rule: "alarm", place, role: "compliance", digest };
    const signed = compileCampaign(text, { signed: [statement] });
    expect(signed.findings.filter(counts)).toEqual([]);
    expect(signed.plans.map(({ plan }) => plan.assumptions.waivers.map(({ rule }) => rule))).toEqual([
      ["alarm"],
    ]);

    const standsWith = (other: Partial<typeof statement>, changed = text) =>
      compileCampaign(changed, { signed: [{ ...statement, ...other }] }).findings.filter(counts).length > 0;
    expect(standsWith({ role: "privacy" })).toBe(true);
    expect(standsWith({ rule: "blame" })).toBe(true);
    expect(standsWith({ place: "campaign.yaml#message.next_step" })).toBe(true);
    expect(standsWith({ digest: `sha256:${"0".repeat(64)}` })).toBe(true);
    expect(standsWith({}, text.replace("life-threatening", "truly life-threatening"))).toBe(true);
    expect(standsWith({}, text.replace("2027-01-31", "2027-02-28"))).toBe(true);
    // Form is free: other quotes are still what was signed.
    expect(standsWith({}, text.replace(/en: (It could.*)/, 'en: "$1"'))).toBe(false);
  });

  it("is new against a base by rule, place, date, person and reason, and not by its line", () => {
    const base = waiversNamedIn(compileCampaign(above(NEXT_STEP, WAIVER)).findings);
    const newIn = (text: string) => {
      const marked = markNewWaivers(compileCampaign(text).findings, base);
      return waiversNamedIn(marked.filter(({ waiver }) => waiver?.isNew));
    };
    expect(base).toHaveLength(1);
    expect(newIn(`# moved down\n\n${above(NEXT_STEP, WAIVER)}`)).toEqual([]);
    const later = WAIVER.replace("2027-01-31", "2027-03-31");
    expect(newIn(above(NEXT_STEP, later)).map(({ until }) => until)).toEqual(["2027-03-31"]);
    expect(newIn(above(NEXT_STEP, WAIVER.replace("song", "poem")))).toHaveLength(1);
    expect(newIn(above("  next_step:", WAIVER)).map(({ place }) => place)).toEqual([
      "campaign.yaml#message.next_step",
    ]);
    expect(newIn(BLAMING)).toEqual([]);
  });

  it("costs the same however many stand in a file", () => {
    const many = Array.from({ length: 10_000 }, () => `    ${WAIVER}\n`).join("");
    const text = BLAMING.replace(`${NEXT_STEP}\n`, `${many}${NEXT_STEP}\n`);
    const started = process.cpuUsage();
    const { findings } = compileCampaign(text);
    // Processor time, in microseconds: a busy machine costs none. It is half a second; quadratic, it would be minutes.
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
    expect(ofRule(findings, "waiver-unused")).toHaveLength(9_999);
  });
});
