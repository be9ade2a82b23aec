import { policy } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf } from "../where.ts";

export default outletRule(
  {
    code: "P128",
    name: "text-too-branched",
    summary: "A text whose words cannot all be followed",
    why: "Every rendering of a text is searched for clinical words, claims and addresses, all at once. Where conditions and loops stand within words by the hundred, or a filter cuts words up by a value that only the patient's record knows, the search stops; what it has not seen is not called clean.",
    remedy:
      "Take conditions, loops and filters such as truncate, first and last out of words and addresses, or write a text for each segment.",
    basis: policy("organization default: what cannot be checked is not sent"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "A choice of two words",
          edit: '-        You can also call us at {{ clinic.phone }}.\n+        You can also call {% if visit.type == "annual-exam" %}our office{% else %}us{% endif %} at {{ clinic.phone }}.\n \n         {{ bring }}',
        },
      ],
      bad: [
        {
          title: "Words that a filter cuts up",
          edit: "-      en: A new time for your visit\n+      en: A new {{ visit.type | last }}",
          marks: ["A new {{ visit.type | last }}"],
        },
        {
          title: "A word that conditions spell in four thousand ways",
          edit: `-      en: A new time for your visit\n+      en: 'A{% for n in (1..12) %}{% if visit.type == "annual-exam" %}a{% else %}e{% endif %}{% endfor %}'`,
          marks: [
            `'A{% for n in (1..12) %}{% if visit.type == "annual-exam" %}a{% else %}e{% endif %}{% endfor %}'`,
          ],
        },
      ],
    },
  },
  function* (facts) {
    if (!facts.isCut) return;
    yield {
      at: facts.outlet.at,
      message: `the words of ${nameOf(facts)} cannot all be followed: they branch too often, or a filter cuts them up`,
    };
  },
);
