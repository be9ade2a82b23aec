import type { OutletFacts } from "../../analysis/index.ts";
import { placeholders } from "../../lexicon/index.ts";
import type { Span } from "../../source/index.ts";
import { spanWithin } from "../../template/index.ts";
import { practice } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";

export default outletRule(
  {
    code: "W105",
    name: "leftover-placeholder",
    summary: "A gap that nobody filled in",
    why: "A placeholder of another tool, or a note to oneself, is sent to patients as it stands.",
    remedy: "Write the words, or the field as {{ patient.first_name }}.",
    basis: practice("copy review practice"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "A field",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        You can also call {{ clinic.name }} at {{ clinic.phone }}.\n \n         {{ bring }}",
        },
      ],
      bad: [
        {
          title: "A gap from a draft",
          edit: "-      en: A new time for your visit\n+      en: A new time for you, [First Name]",
          marks: ["[First Name]"],
        },
        {
          title: "A field of another tool",
          edit: '-    en: Pick a new time that works for you.\n+    en: "Pick a new time, *|FNAME|*."',
          marks: ["*|FNAME|*"],
        },
        {
          title: "A note to oneself",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        You can also call us at TBD.\n \n         {{ bring }}",
          marks: ["TBD"],
        },
        {
          title: "A field in a label, which is printed as it is written",
          edit: "library/actions.yaml:\n-      en: Book now\n+      en: Book, {{ patient.first_name }}",
          marks: ["{{ patient.first_name }}"],
        },
      ],
    },
  },
  function* (facts) {
    const gaps: Span[] = [];
    for (const literal of [...facts.literals, ...insertedLiterals(facts)]) {
      for (const { start, end } of [...placeholders(literal.text), ...tagsIn(literal.text)]) {
        const at = spanWithin(literal, start, end);
        gaps.push(at);
        yield { at, message: `"${literal.text.slice(start, end)}" is left over in ${nameOf(facts)}` };
      }
    }
    for (const { category, words } of facts.hits) {
      const at = spanOf(words, facts.outlet.at);
      if (category !== "placeholder" || gaps.some((gap) => contains(gap, at))) continue;
      const witness = witnessOf(words, facts);
      yield {
        at,
        message: `"${wordsOf(words)}" is left over in ${nameOf(facts)}`,
        ...(witness && { witness }),
      };
    }
  },
);

function contains(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && outer.start <= inner.start && inner.end <= outer.end;
}

/** Labels, claims and settings are literal: a tag in them is no tag, and patients would read it. */
function insertedLiterals({ inserts }: OutletFacts): OutletFacts["literals"] {
  return inserts.flatMap(({ body }) => body.flatMap((node) => (node.kind === "text" ? [node] : [])));
}

function tagsIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  if (!text.includes("{")) return [];
  return [...text.matchAll(/\{\{[^{}]{0,200}\}\}|\{%[^{}%]{0,200}%\}/g)].map(({ index, 0: tag }) => ({
    start: index,
    end: index + tag.length,
  }));
}
