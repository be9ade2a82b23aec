import { describe, expect, it } from "vitest";
import { ADDRESS_WINDOW, PAPER, RETURN_ADDRESS } from "../../src/delivery/channels/letter/paper.ts";
import { composerOf, type LetterMessage, letterPdf, UnprintableLetter } from "../../src/delivery/index.ts";
import { planOf, recordOf, touchOf } from "./plans.ts";

const plan = planOf("missed-visit");

function letterOf(name: string, more: Parameters<typeof recordOf>[1] = {}, language = "en"): LetterMessage {
  const composition = composerOf(plan)(
    touchOf(plan, "letter-1", { language }),
    recordOf({ "patient.first_name": name }, more),
  );
  if (composition.kind !== "message" || composition.message.channel !== "letter")
    throw new Error("no letter");
  return composition.message;
}

it("has the same bytes whenever it is made", async () => {
  const [one, two] = [await letterPdf(letterOf("Ana")), await letterPdf(letterOf("Ana"))];
  expect(one.equals(two)).toBe(true);
  expect(one.equals(await letterPdf(letterOf("Eva")))).toBe(false);
});

it("is a PDF in the language of its words", async () => {
  const pdf = (await letterPdf(letterOf("José", {}, "es"))).toString("latin1");
  expect(pdf.startsWith("%PDF-1.")).toBe(true);
  expect(pdf).toContain("/Lang (es)");
});

it.each(["Nguyễn", "Łukasz", "Ольга", "Ñandú", "Ökten", "Þóra"])("has the letters of %s", async (name) => {
  expect((await letterPdf(letterOf(name, { name }))).length).toBeGreaterThan(5_000);
});

it("is not printed with boxes for letters that the font lacks", async () => {
  await expect(letterPdf(letterOf("Ana", { name: "王秀英" }))).rejects.toThrow(UnprintableLetter);
});

describe("the window", () => {
  /** Points. The envelope is 9 1/2 by 4 1/8 inches; its window 4 1/2 by 1 1/8, 7/8 from the left, 1/2 from the bottom. */
  const panel = PAPER.folds[0];
  const [slackAcross, slackUp] = [684 - PAPER.width, 297 - panel];

  it("shows the whole address wherever the sheet lies, and nothing else of the letter", () => {
    for (const across of [0, slackAcross]) {
      for (const up of [0, slackUp]) {
        const seen = {
          left: 63 - across,
          right: 387 - across,
          top: panel - 117 + up,
          bottom: panel - 36 + up,
        };
        const { left, top, width, height } = ADDRESS_WINDOW;
        expect(left - seen.left).toBeGreaterThanOrEqual(9);
        expect(seen.right - (left + width)).toBeGreaterThanOrEqual(9);
        expect(top - seen.top).toBeGreaterThanOrEqual(2.88);
        expect(seen.bottom - (top + height)).toBeGreaterThanOrEqual(2.88);
        expect(RETURN_ADDRESS.top + 5 * 10, "the sender's lines end above it").toBeLessThan(seen.top);
        expect(PAPER.bodyTop, "the letter begins below it").toBeGreaterThan(seen.bottom);
      }
    }
  });

  it("holds five lines", async () => {
    const postal = ["c/o Rivera", "12 Oak Street", "Apt 4", "Springfield, IL 62701"];
    expect((await letterPdf(letterOf("Ana", { postal }))).length).toBeGreaterThan(5_000);
  });

  it.each([
    ["a line that is too wide", ["An unending street whose name nobody ever wrote in full, 4711"]],
    ["six lines", ["1", "2", "3", "4", "5"]],
  ])("refuses %s", async (_, postal) => {
    await expect(letterPdf(letterOf("Ana", { postal }))).rejects.toThrow(UnprintableLetter);
  });
});

it("numbers the pages of a long letter", async () => {
  const letter = letterOf("Ana");
  const long = { ...letter, body: Array.from({ length: 30 }, () => letter.body).flat() };
  const pages = (await letterPdf(long)).toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(3);
  expect((await letterPdf(letter)).toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
});
