import { describe, expect, it } from "vitest";
import { factsOf } from "../../src/analysis/index.ts";
import { packetModel } from "../../src/packet/index.ts";
import { BASE, compileTexts } from "../support/base.ts";

const LATE = 'hours: "09:00-22:00"';

/** The base workspace that sends until ten at night, with limits of its own. */
function compiled(limits: string, packs?: string) {
  const files = new Map(BASE.files).set(
    "recare.yaml",
    (BASE.files.get("recare.yaml") ?? "")
      .replace('hours: "09:00-19:00"', LATE)
      .replace(/packs:\n(?: {2}- .*\n)+/, packs ?? "$&"),
  );
  if (limits !== "") files.set("library/packs.yaml", `limits:\n${limits}`);
  const { findings, workspace, plans } = compileTexts(files);
  return { workspace, plans, codes: findings.map(({ code }) => code), findings };
}

const later = (approval: string) =>
  ["us-federal", "us-states"]
    .map(
      (pack) =>
        `  - {pack: ${pack}, limit: quiet_hours, ${pack === "us-states" ? "state: IL, " : ""}value: "every-day 08:00-22:00", because: counsel says so${approval}}\n`,
    )
    .join("");

describe("a limit that asks for less than its pack", () => {
  it("applies with a name and a day, and everybody is told", () => {
    const { codes, plans, workspace } = compiled(
      later(", approved_by: R. Salas, on: 2026-11-01, until: 2027-10-31"),
    );
    expect(codes).toEqual(["M022", "M022"]);
    const [plan] = plans;
    expect(plan?.plan.assumptions.own_limits.map(({ effect, approved_by }) => [effect, approved_by])).toEqual(
      [
        ["loosens", "R. Salas"],
        ["loosens", "R. Salas"],
      ],
    );
    const [campaign] = workspace.campaigns;
    if (campaign === undefined) throw new Error("no campaign");
    const { limits } = packetModel({
      compiled: plan,
      campaign,
      facts: factsOf(workspace),
      findings: [],
      place: ({ file }) => ({ file, line: 1, column: 1 }),
      today: "2026-11-23",
    });
    expect(limits.join("\n")).toContain(
      "Approved by R. Salas on 2026-11-01, until 2027-10-31, because counsel says so",
    );
  });

  it.each([
    ["nobody's name", ", on: 2026-11-01", "M020"],
    ["no day", ", approved_by: R. Salas", "M020"],
    ["a day that has passed", ", approved_by: R. Salas, on: 2026-11-01, until: 2026-11-22", "M021"],
    ["no end", ", approved_by: R. Salas, on: 2026-11-01", "M020"],
    ["a day to come", ", approved_by: R. Salas, on: 2026-11-24, until: 2027-10-31", "M021"],
    ["a day that does not exist", ", approved_by: R. Salas, on: 2026-11-31, until: 2027-10-31", "M004"],
    ["an end that does not exist", ", approved_by: R. Salas, on: 2026-11-01, until: 2026-11-31", "M004"],
  ])("with %s does not apply, and the pack's own hours hold", (_, approval, code) => {
    const { codes } = compiled(later(approval));
    expect(codes).toContain(code);
    expect(codes).toContain("T101");
  });
});

describe("a pack that is left out", () => {
  it("is said, and its rules do not run; what the product keeps itself still holds", () => {
    const { codes, findings } = compiled("", "packs: [us-states, carriers]\n");
    expect(codes).toEqual(expect.arrayContaining(["M023", "T101"]));
    expect(findings.find(({ code }) => code === "M023")?.message).toBe(
      "The rules of us-federal and plain-language do not run here.",
    );
  });

  it("cannot be changed by a limit", () => {
    const limit = "  - {pack: plain-language, limit: reading_grade, value: 5, because: our readers}\n";
    expect(compiled(limit, "packs: [us-federal, us-states, carriers]\n").codes).toContain("M020");
  });

  it("with an unknown name is found, with the nearest", () => {
    const { findings } = compiled("", "packs: [us-federal, us-state, carriers, plain-language]\n");
    expect(findings.map(({ message, remedy }) => `${message} ${remedy}`).join("\n")).toContain("us-states");
  });
});

describe("words beside a pack's own", () => {
  const trackers = (more: string) =>
    `  - {pack: us-federal, limit: tracker_hosts, ${more}, because: our agency}\n`;

  it("are added, need no approval, and are told as what they are", () => {
    const { codes, workspace, plans } = compiled(trackers('also: "pixel.example, tags.example"'));
    expect(codes).not.toContain("M020");
    const [hosts] = workspace.packs.words("tracker_hosts");
    expect(hosts?.value).toEqual(expect.arrayContaining(["hotjar.com", "pixel.example", "tags.example"]));
    expect(plans).toEqual([]);
    expect(workspace.packs.own.map(({ effect }) => effect)).toEqual(["tightens"]);
  });

  it.each([
    ["a value beside them", trackers("also: pixel.example, value: pixel.example"), "value` and `also"],
    [
      "neither",
      "  - {pack: us-federal, limit: tracker_hosts, because: our agency}\n",
      "neither `value` nor `also",
    ],
    ["an address for a host", trackers("also: https://pixel.example/p.gif"), "is not a host"],
    ["a number to add to", "  - {pack: us-federal, limit: gift_each, also: 3, because: x}\n", ""],
    [
      "a word without what to say",
      "  - {pack: plain-language, limit: jargon_en, also: synergy, because: x}\n",
      "what to say instead",
    ],
    [
      "a pattern that cannot be read",
      "  - {pack: plain-language, limit: jargon_en, also: '(synergy = working together', because: x}\n",
      "cannot be looked for",
    ],
  ])("are refused with %s", (_, limit, says) => {
    const { findings } = compiled(limit);
    const refused = findings.filter(
      ({ at, severity }) => at.file === "library/packs.yaml" && severity === "error",
    );
    expect(refused.map(({ message }) => message).join()).toContain(says);
    expect(refused).toHaveLength(1);
  });

  it("in place of the pack's, some of its own must be approved: to leave hosts out asks for less", () => {
    expect(compiled(trackers("value: pixel.example")).codes).toContain("M020");
  });
});
