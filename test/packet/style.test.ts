import { expect, test } from "vitest";
import { COLOURS } from "../../src/packet/html/style/colours.ts";

/** Text and the grounds that it stands on somewhere in a packet. */
const PAIRS: readonly (readonly [text: string, ...grounds: string[]])[] = [
  ["ink", "ground", "wash", "card", "bubble", "paper", "screen", "clinical-wash"],
  ["quiet", "ground", "wash", "card", "paper", "desk"],
  ["accent", "ground", "accent-wash", "card", "wash"],
  ["good", "ground", "good-wash", "card"],
  ["warn", "ground", "warn-wash", "card"],
  ["bad", "ground", "bad-wash", "card"],
  ["clinical", "ground", "clinical-wash"],
  ["ground", "ink", "accent"],
];

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const [light = "", dark = ""] = COLOURS.split("@media");

test.each([
  { scheme: "light", source: light },
  { scheme: "dark", source: dark },
])("text keeps 4.5 to 1 on its ground when it is $scheme", ({ source }) => {
  const colours = new Map(
    [...source.matchAll(/--([a-z-]+):(#[0-9a-f]{3,6})/g)].map(([, name = "", value = ""]) => [
      name,
      value.length === 4 ? value.replaceAll(/[0-9a-f]/g, "$&$&") : value,
    ]),
  );
  for (const [text, ...grounds] of PAIRS) {
    for (const ground of grounds) {
      const ratio = contrast(colours.get(text) ?? "", colours.get(ground) ?? "");
      expect(ratio, `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});
