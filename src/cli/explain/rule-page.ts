import { PACKS, ruleInPacks } from "../../packs/index.ts";
import { type Paint, visible, wrap } from "../../report/index.ts";
import type { BadExample, Basis, Example, RuleMeta } from "../../source/index.ts";

const WAIVED_BY: Readonly<Record<RuleMeta["waivable"], string>> = {
  anyone: "anyone may waive it, with a reason",
  compliance: "only compliance may waive it",
  never: "cannot be waived",
};

const RESTS_ON: Readonly<Record<Basis["kind"], string>> = {
  law: "a law",
  order: "an order of a regulator",
  carrier: "what carriers ask for",
  guidance: "guidance of an agency",
  practice: "good practice",
  policy: "a choice of this product or your organisation",
  language: "how the campaign language works",
};

const KNOWN_AS: Readonly<Record<Basis["confidence"], string>> = {
  checked: "checked against the source",
  memory: "from memory; check the source before you rely on it",
  unsettled: "unsettled law",
};

/** Everything that is said about one rule, for a terminal. */
export function rulePage(rule: RuleMeta, paint: Paint, columns: number): string {
  const severity = paint.severity[rule.severity](rule.severity);
  const paragraph = (text: string) => indented(wrap(visible(text), columns - 2));
  const section = (title: string, ...body: readonly string[]) => ["", paint.strong(title), ...body];
  const inPacks = ruleInPacks(PACKS, rule).map(paragraph);
  const lines = [
    `${paint.strong(`${rule.code} ${rule.name}`)}  ${severity}, ${WAIVED_BY[rule.waivable]}`,
    "",
    paragraph(rule.summary),
    ...section("Why", paragraph(rule.why)),
    ...section("What to write instead", paragraph(rule.remedy)),
    ...section("What it rests on", ...basisLines(rule.basis).map(paragraph)),
    ...(inPacks.length > 0 ? section("Pack", ...inPacks) : []),
    ...rule.examples.bad.flatMap((example) =>
      section(`Bad: ${example.title}`, ...badExample(example, paint)),
    ),
    ...rule.examples.good.flatMap((example) => section(`Good: ${example.title}`, ...diff(example, paint))),
  ];
  return `${lines.join("\n")}\n`;
}

function basisLines(basis: Basis): readonly string[] {
  return [
    ...basis.cites,
    `This is ${RESTS_ON[basis.kind]}, ${KNOWN_AS[basis.confidence]}, as of ${basis.asOf}.`,
  ];
}

function badExample(example: BadExample, paint: Paint): readonly string[] {
  if (example.marks.length === 0) return diff(example, paint);
  const marks = example.marks.map((mark) => `"${visible(firstLine(mark))}"`).join(", ");
  return [...diff(example, paint), `  ${paint.faint(`Found: ${marks}`)}`];
}

/** An edit of the base campaign: added and removed lines coloured, the file named where it is another one. */
function diff({ edit }: Example, paint: Paint): readonly string[] {
  return edit
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const shown = `  ${visible(line)}`;
      if (line.startsWith("+")) return paint.added(shown);
      if (line.startsWith("-")) return paint.removed(shown);
      return line.startsWith(" ") ? shown : paint.strong(shown);
    });
}

function firstLine(text: string): string {
  const [first = "", ...rest] = text.split("\n");
  return rest.length === 0 ? first : `${first} …`;
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}
