import type { OutletFacts } from "../../analysis/index.ts";
import type { Span } from "../../source/index.ts";
import { spanWithin } from "../../template/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";
import { nameOf } from "../where.ts";

export default rule(
  {
    code: "P106",
    name: "segment-leak",
    summary: "The name of a segment where a patient or a server reads it",
    why: "A segment's name says what sets its people apart. In an address, a sender or a text it tells them, and every server on the way, which group they were put in.",
    remedy: "Use a code that says nothing, such as `k7`, and keep the segment's name for your own reports.",
    basis: practice("outreach practice: people are written to, not their segment"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "A code that says nothing",
          edit: "library/actions.yaml:\n-    short_link: maple.example/r\n+    short_link: maple.example/r?c=k7",
        },
        {
          title: "An everyday word that is also a segment's name",
          edit: "-      en: Pick a time or ask us to call you.\n+      en: Pick a time now or later.",
        },
      ],
      bad: [
        {
          title: "A segment in a query parameter",
          edit: "library/actions.yaml:\n-    short_link: maple.example/r\n+    short_link: maple.example/r?utm=recent",
          marks: ["maple.example/r?utm=recent"],
        },
        {
          title: "A segment's name in a text",
          edit: "-    recent:\n+    long_lapsed:\n=\n-        You can also call us at {{ clinic.phone }}.\n+        Your list is long_lapsed. Call us at {{ clinic.phone }}.\n \n         {{ bring }}",
          marks: ["long_lapsed"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const segments = campaign.audience?.segments ?? [];
    const reported = new Set<string>();
    for (const outlet of [...facts.outletsOf(campaign), ...facts.answersOf(campaign)]) {
      for (const { id, nameAt } of segments) {
        for (const { at, where } of [...inAddresses(id, outlet), ...inWords(id, outlet)]) {
          const place = `${at.file}:${at.start}:${at.end}`;
          if (reported.has(place)) continue;
          reported.add(place);
          yield {
            at,
            message: `${where} says ${id}, the name of a segment`,
            related: [{ at: nameAt, message: "the segment is here" }],
          };
        }
      }
    }
  },
);

interface Place {
  readonly at: Span;
  readonly where: string;
}

/** The name as a part of an address by itself; its words may be joined by other signs: `long-lapsed`. */
function inAddresses(id: string, { links }: OutletFacts): readonly Place[] {
  const words = id.split("_").join("(?:[_.+-]|%20)?");
  const part = new RegExp(`(?<=[/?&=#.:;_-])${words}(?![\\p{L}\\p{N}.@])`, "iu");
  const alone = new RegExp(`(?<=[/?&=#:;])${words}(?![^/?&=#;])`, "iu");
  // One everyday word ("later") is a segment's name only where nothing stands beside it.
  const isTold = id.includes("_") ? part : alone;
  return links
    .filter(({ url }) => isTold.test(url))
    .map(({ url, at }) => ({ at, where: `the address ${url}` }));
}

/** The name as it is written in the campaign, which nobody writes in a sentence: `long_lapsed`. */
function inWords(id: string, outlet: OutletFacts): readonly Place[] {
  if (!id.includes("_")) return [];
  const name = new RegExp(`(?<!\\w)${id}(?!\\w)`, "gi");
  return outlet.literals.flatMap((literal) =>
    [...literal.text.matchAll(name)].map(({ index }) => ({
      at: spanWithin(literal, index, index + id.length),
      where: nameOf(outlet),
    })),
  );
}
