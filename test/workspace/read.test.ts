import fc from "fast-check";
import { expect, test } from "vitest";
import { parseYaml } from "../../src/syntax/index.ts";
import {
  choiceAt,
  entriesAt,
  integerAt,
  listAt,
  mapAt,
  textAt,
  textsAt,
  wordsAt,
  yesNoAt,
} from "../../src/workspace/index.ts";

const text = `owner: north_scheduling
priority: 10
padded: 010
clinical: yes
truthy: true
channel: sms
title:
was: [a, b]
former: a
purpose: {en: We missed you., es: No pudimos verle.}
next_step: Pick a time.
`;
const { root } = parseYaml({ path: "page.yaml", text }).value;

test("a text comes with its place", () => {
  const owner = textAt(root, "owner");
  expect(owner?.value).toBe("north_scheduling");
  expect(owner && text.slice(owner.at.start, owner.at.end)).toBe("north_scheduling");
  expect(textAt(root, "title")).toBeUndefined();
  expect(textAt(root, "was")).toBeUndefined();
  expect(textAt(root, "absent")).toBeUndefined();
});

test("numbers and words are read as they are written", () => {
  expect(integerAt(root, "priority")?.value).toBe(10);
  expect(integerAt(root, "padded")).toBeUndefined();
  expect(yesNoAt(root, "clinical")?.value).toBe(true);
  expect(yesNoAt(root, "truthy")).toBeUndefined();
  expect(choiceAt(root, "channel", ["sms", "email"])?.value).toBe("sms");
  expect(choiceAt(root, "owner", ["sms", "email"])).toBeUndefined();
});

test("lists and blocks give what they hold", () => {
  expect(textsAt(root, "was").map(({ value }) => value)).toEqual(["a", "b"]);
  expect(textsAt(root, "former").map(({ value }) => value)).toEqual(["a"]);
  expect(listAt(root, "former")).toEqual([]);
  expect(entriesAt(root, "purpose").map(({ key }) => key.text)).toEqual(["en", "es"]);
  expect(mapAt(root, "owner")).toBeUndefined();
});

test("a bare text is in the first language", () => {
  const written = (key: string) =>
    [...wordsAt(root, key, "es")].map(([language, { text }]) => [language, text]);
  expect(written("next_step")).toEqual([["es", "Pick a time."]]);
  expect(written("purpose")).toEqual([
    ["en", "We missed you."],
    ["es", "No pudimos verle."],
  ]);
  expect(written("was")).toEqual([]);
});

test("whole numbers are those that a person writes, and no others", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.nat({ max: 999_999_999 }).map(String), fc.string(), fc.double().map(String)),
      (written) => {
        const page = parseYaml({ path: "p.yaml", text: `n: ${JSON.stringify(written)}\n` }).value.root;
        const read = integerAt(page, "n")?.value;
        const isWhole = Number.isSafeInteger(Number(written)) && String(Number(written)) === written;
        expect(read).toBe(
          isWhole && Number(written) >= 0 && Number(written) < 1e9 ? Number(written) : undefined,
        );
      },
    ),
  );
});
