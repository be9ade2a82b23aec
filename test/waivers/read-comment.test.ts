import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readComment } from "../../src/waivers/read-comment.ts";

const GOOD = "# recare-ignore W104 until 2027-01-31 by @dana: the clinic's own name";

function messageOf(comment: string): string {
  const reading = readComment(comment);
  return reading.kind === "unreadable" ? reading.message : reading.kind;
}

describe("a waiver's comment", () => {
  it("gives rule, date, person and reason", () => {
    expect(readComment(GOOD)).toEqual({
      kind: "waiver",
      waiver: { rule: "W104", until: "2027-01-31", by: "@dana", reason: "the clinic's own name" },
    });
  });

  it("names a rule by its name, and a person by an address, too", () => {
    const comment =
      "# recare-ignore reading-grade until 2027-01-31 by @d.reyes@maple.example: so says: counsel";
    expect(readComment(comment)).toMatchObject({
      waiver: { rule: "reading-grade", by: "@d.reyes@maple.example", reason: "so says: counsel" },
    });
  });

  it.each([
    "# we ignore recare here",
    "# recare is fine",
    "# yaml-language-server: $schema=../schemas/campaign.schema.json",
    "#",
    "# see recare-ignore in the docs",
  ])("is told from other comments: %s", (comment) => {
    expect(readComment(comment)).toEqual({ kind: "other" });
  });

  it.each([
    ["# recare-ignore", "this waiver names no rule"],
    ["# recare-ignore until 2027-01-31 by @dana: the clinic's name", "this waiver names no rule"],
    ["# recare-ignore W104 by @dana: the clinic's name", "this waiver does not say until when it holds"],
    ["# recare-ignore W104 until by @dana: the name", "this waiver does not say until when it holds"],
    [
      "# recare-ignore W104 until 2027-01-31: the clinic's name",
      "this waiver does not say by whom, with an @",
    ],
    [
      "# recare-ignore W104 until 2027-01-31 by dana: the clinic's name",
      "this waiver does not say by whom, with an @",
    ],
    ["# recare-ignore W104 until 2027-01-31 by @dana", "this waiver gives no reason after a colon"],
    ["# recare-ignore W104 until 2027-01-31 by @dana:", "this waiver gives no reason after a colon"],
    ["# recare-ignore W104 until 2027-01-31 by @dana: ok", '"ok" is no reason'],
    ["# recare-ignore W104 until 2027-01-31 by @dana: - . 12 34", '"- . 12 34" is no reason'],
    ["# recare-ignore W104 until 2027-01-31 by @-: the clinic's name", '"@-" is no name of a person'],
    ["# recare-ignore W104 until 2027-01-31 by @dаna: the clinic's name", '"@dаna" is no name of a person'],
    [
      "# recare-ignore W104 until 2027-02-29 by @dana: the clinic's name",
      'this waiver ends on no date: "2027-02-29" does not exist: that month has 28 days',
    ],
    [
      "# recare-ignore W104 until 31.1.2027 by @dana: the clinic's name",
      'this waiver ends on no date: "31.1.2027" is not a date',
    ],
    [
      "# recare-ignore W104 W101 until 2027-01-31 by @dana: the clinic's name",
      "this waiver names more than one rule; each has a comment of its own, one above the other",
    ],
    ["# recare-ignore W104,W101 until 2027-01-31 by @dana: two", '"W104,W101" is no code or name of a rule'],
    ["# recare-ignore * until 2027-01-31 by @dana: the lot of it", '"*" is no code or name of a rule'],
    [
      "# recare-ignore Р101 until 2027-01-31 by @dana: a Cyrillic letter",
      '"Р101" is no code or name of a rule',
    ],
    [
      "# Recare-Ignore W104 until 2027-01-31 by @dana: the clinic's name",
      "this comment looks like a waiver, which begins with `# recare-ignore`",
    ],
    [
      "# recare ignore W104 until 2027-01-31 by @dana: the clinic's name",
      "this comment looks like a waiver, which begins with `# recare-ignore`",
    ],
    [
      "# recare-ingore W104 until 2027-01-31 by @dana: the clinic's name",
      "this comment looks like a waiver, which begins with `# recare-ignore`",
    ],
    [
      "# recare-ignоre W104 until 2027-01-31 by @dana: a Cyrillic letter",
      "this comment looks like a waiver, which begins with `# recare-ignore`",
    ],
    [
      "## recare-ignore W104 until 2027-01-31 by @dana: the clinic's name",
      "this comment looks like a waiver, which begins with `# recare-ignore`",
    ],
    [`${GOOD} ${"and on ".repeat(100)}`, "this waiver is longer than 500 characters"],
  ])("is refused: %s", (comment, message) => {
    expect(messageOf(comment)).toBe(message);
  });
});

describe("any comment", () => {
  const parts = [
    "# recare-ignore",
    " W104",
    " until",
    " 2027-01-31",
    " by",
    " @dana",
    ":",
    " a song we quote",
    " ",
    "#",
    "😀",
  ];
  const written = fc
    .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...parts) }, fc.string({ unit: "binary" })), {
      maxLength: 12,
    })
    .map((words) => words.join(""));

  it("is a waiver only where every part stands in its place", () => {
    fc.assert(
      fc.property(written, (comment) => {
        const reading = readComment(comment);
        if (reading.kind !== "waiver") return;
        const { rule, until, by, reason } = reading.waiver;
        const canonical = `#recare-ignore ${rule} until ${until} by ${by}: ${reason}`;
        expect(comment.trimEnd().replace(/^# */, "#").replaceAll(/ +/g, " ")).toBe(
          canonical.replaceAll(/ +/g, " "),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it("is read in a moment, however long", () => {
    const long = [
      `${GOOD}${" x".repeat(500_000)}`,
      `#${" ".repeat(1_000_000)}recare-ignore`,
      `# ${"recare".repeat(150_000)}`,
    ];
    const started = process.cpuUsage();
    for (const comment of long) expect(readComment(comment).kind).not.toBe("waiver");
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  });
});
