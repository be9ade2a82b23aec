import { describe, expect, it } from "vitest";
import { counts } from "../../src/source/index.ts";
import { campaignOf, compileCampaign, WAIVER } from "./blaming.ts";

const LINE = "    en: Pick a new time that works for you.\n";
const BLAMED = "    en: You forgot us. Pick a new time.\n";

/** The base campaign with one text that blames, and what an attacker writes around it. */
const hidden = (instead: string) => campaignOf((base) => base.replace(LINE, instead));
const above = (comment: string) => hidden(`    ${comment}\n${BLAMED}`);
const elsewhere = (line: string, instead: string) => hidden(BLAMED).replace(`${line}\n`, `${instead}\n`);
/** A comment beside words, exactly above the key on the next line. */
const besideInColumn = campaignOf((base) => {
  const beside = "  next_step: {es: Elija otra hora.,  ";
  return base
    .replace(LINE, "")
    .replace(
      "  next_step:\n",
      `${beside}${WAIVER}\n${" ".repeat(beside.length)}en: You forgot us. Pick a new time.}\n`,
    )
    .replace("    es: Elija otra hora que le convenga.\n", "");
});
const until = (words: string) => WAIVER.replace("until 2027-01-31", words);

/** Ways of hiding the blame with a comment that is no waiver, covers something else, or says too little. */
const ATTACKS: Readonly<Record<string, string>> = {
  "in double quotes": hidden(`    en: "You forgot us. ${WAIVER}"\n`),
  "in single quotes": hidden(`    en: 'You forgot us. ${WAIVER}'\n`),
  "in the line above, within quotes": hidden(`    en: "\n      ${WAIVER}\n      You forgot us."\n`),
  "in a block of text": hidden(`    en: |\n      ${WAIVER}\n      You forgot us.\n`),
  "in a folded block": hidden(`    en: >-\n      ${WAIVER}\n\n      You forgot us.\n`),
  "at the end of the file": `${hidden(BLAMED)}${WAIVER}\n`,
  "at the end, without a line end": `${hidden(BLAMED)}${WAIVER}`,
  "at the top of the file": `${WAIVER}\n${hidden(BLAMED)}`,
  "at the top, before empty lines": `${WAIVER}\n\n\n${hidden(BLAMED)}`,
  "above the dashes of a document": `${WAIVER}\n---\n${hidden(BLAMED)}`,
  "on the line itself": hidden(`${BLAMED.trimEnd()}  ${WAIVER}\n`),
  "on the line itself, after one space": hidden(`${BLAMED.trimEnd()} ${WAIVER}\n`),
  "beside the key above": elsewhere("  next_step:", `  next_step:  ${WAIVER}`),
  "beside words, in the column of the key below": besideInColumn,
  "below the line": hidden(`${BLAMED}    ${WAIVER}\n`),
  "above the key before": elsewhere(
    "    es: No pudimos verle en su visita.",
    `    ${WAIVER}\n    es: No pudimos verle en su visita.`,
  ),
  "further right than the line below": hidden(`      ${WAIVER}\n${BLAMED}`),
  "further left than the line below": hidden(`  ${WAIVER}\n${BLAMED}`),
  "at the end of another block, above the group": elsewhere("message:", `    ${WAIVER}\nmessage:`),
  "where the words are used, not where they are written": elsewhere(
    "  - step: email-1",
    `  ${WAIVER}\n  - step: email-1`,
  ),
  "in brackets, above the closing one": elsewhere(
    "owner: north_scheduling",
    `owner: north_scheduling\nlanguages: [\n  en,\n  es,\n  ${WAIVER}\n]`,
  ),
  "in a Liquid comment": hidden(`    en: "{% comment %}${WAIVER.slice(2)}{% endcomment %}You forgot us."\n`),
  "without a rule": above("# recare-ignore until 2027-01-31 by @dana: a line of a song that we quote"),
  "of every rule": above(WAIVER.replace("blame", "*")),
  "of a family": above(WAIVER.replace("blame", "W")),
  "of two rules with a comma": above(WAIVER.replace("blame", "W101,W104")),
  "of two rules with a space": above(WAIVER.replace("blame", "W104 W101")),
  "of another rule": above(WAIVER.replace("blame", "pressure")),
  "of a look-alike code": above(WAIVER.replace("blame", "Ԝ101")),
  "of a code in small letters": above(WAIVER.replace("blame", "w101")),
  "of a code in full width": above(WAIVER.replace("blame", "Ｗ101")),
  "with a look-alike keyword": above(WAIVER.replace("ignore", "ignоre")),
  "with a hidden character in the keyword": above(WAIVER.replace("recare", "rec\u200bare")),
  "with a no-break space": above(WAIVER.replace("blame ", "blame\u00a0")),
  "with a tab": above(WAIVER.replace("blame ", "blame\t")),
  "with text that turns around": above(`${WAIVER} \u202e erongi`),
  "with a line end of an old Mac": above(WAIVER.replace(" by", "\r by")),
  "with a line separator": above(WAIVER.replace(" by", "\u2028by")),
  "on two lines": hidden(`    ${WAIVER.replace(" by", "\n    # by")}\n${BLAMED}`),
  "for the whole file": above(WAIVER.replace("ignore", "ignore-file")),
  "for the next line, as other tools do": above(WAIVER.replace("ignore", "disable-next-line")),
  "with a full-width number sign": above(WAIVER.replace("#", "＃")),
  "with a look-alike person": above(WAIVER.replace("@dana", "@dаna")),
  "by nobody": above(WAIVER.replace("@dana", "@")),
  "without a reason": above(WAIVER.replace(/: .*/, ":")),
  "with a reason of signs": above(WAIVER.replace(/: .*/, ": — … 😀 !!!")),
  "until yesterday": above(until("until 2026-11-22")),
  "until a day that does not exist": above(until("until 2027-02-30")),
  "until a day in other digits": above(until("until ２０２７-01-31")),
  "until for ever": above(until("until 9999-12-31")),
  "without an end": above(until("")),
  "with an end that is no date": above(until("until tomorrow")),
};

describe("a comment that would hide a mistake", () => {
  it.each(Object.entries(ATTACKS))("%s hides nothing", (_, text) => {
    const { findings, plans } = compileCampaign(text);
    // Where the file itself cannot be read, that is the finding; what it hides is not judged, and nothing is built.
    const standing = findings.filter((finding) => counts(finding) && finding.severity === "error");
    expect(standing.some(({ code }) => code === "W101" || code.startsWith("S"))).toBe(true);
    expect(findings.filter((finding) => !counts(finding))).toEqual([]);
    expect(plans).toEqual([]);
  });

  it("is held against one that does waive", () => {
    expect(compileCampaign(above(WAIVER)).findings.filter(counts)).toEqual([]);
  });

  it.each(["R107", "R101", "S008", "unknown-name", "C101", "no-such-rule", "Z001"])(
    "cannot speak for %s",
    (rule) => {
      const { findings } = compileCampaign(above(WAIVER.replace("blame", rule)));
      expect(findings.map(({ code }) => code)).toEqual([rule === "no-such-rule" ? "R103" : "R104", "W101"]);
    },
  );

  it("signs for nobody", () => {
    const text = campaignOf((base) =>
      base.replace(
        "    en: We missed you at your visit.\n",
        "    # recare-ignore P101 until 2027-01-31 by @compliance: signed by compliance\n    en: Time for your diabetes check.\n",
      ),
    );
    const { findings, plans } = compileCampaign(text);
    expect(findings.filter(counts).map(({ code }) => code)).toContain("P101");
    expect(plans).toEqual([]);
  });
});
