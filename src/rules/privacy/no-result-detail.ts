import { spanWithin } from "../../template/index.ts";
import { policy } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";
import { openHits } from "./open-parts.ts";
import { PRIVATE_PARTS } from "./sensitive.ts";

/** A number with the unit of a measurement, and a blood pressure. */
const MEASURED =
  /\b\d{1,4}(?:[.,]\d{1,2})? ?(?:mg|mcg|µg|ng|pg|g|mmol|µmol|nmol|pmol|meq|iu|u|miu|copies|cells)\/(?:dl|ml|l|mol|mm3|µl|ul)\b|\b\d{1,3} ?(?:mmhg|mm hg|kg\/m2|kg\/m²)\b|\b(?:[89]\d|1\d\d|2[0-4]\d)\/(?:[4-9]\d|1[0-3]\d)\b(?!\/)/gi;

export default outletRule(
  {
    code: "P125",
    name: "no-result-detail",
    summary: "A result where it may be read by others, or alone",
    why: "A result is told by somebody who can explain it. In an email or a letter “abnormal” frightens the reader and tells the household; a number says nothing good to either.",
    remedy: "Invite to a visit, and leave the result to the clinician, the portal or a verified call.",
    basis: policy(
      "45 CFR 164.530(c) (reasonable safeguards)",
      "organization default: results are told by people",
    ),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "An invitation",
          edit: "         {{ message.purpose }} {{ message.next_step }}\n \n         {{ actions }}\n \n-        You can also call us at {{ clinic.phone }}.\n+        We would like to plan next steps with you. Call us at {{ clinic.phone }}.",
        },
      ],
      bad: [
        {
          title: "What a test showed",
          edit: "         {{ message.purpose }} {{ message.next_step }}\n \n         {{ actions }}\n \n-        You can also call us at {{ clinic.phone }}.\n+        It was abnormal. Call us at {{ clinic.phone }}.",
          marks: ["abnormal"],
        },
        {
          title: "A measured value",
          edit: "         {{ message.purpose }} {{ message.next_step }}\n \n         {{ actions }}\n \n-        You can also call us at {{ clinic.phone }}.\n+        It was 162 mg/dL. Call us at {{ clinic.phone }}.",
          marks: ["162 mg/dL"],
        },
      ],
    },
  },
  function* (facts, campaign, all) {
    const { outlet } = facts;
    for (const { kind, words } of openHits(facts, campaign, all)) {
      if (kind !== "result") continue;
      const witness = witnessOf(words, facts);
      yield {
        at: spanOf(words, outlet.at),
        message: `"${wordsOf(words)}" in ${nameOf(facts)} is a word about results`,
        ...(witness && { witness }),
      };
    }
    if (PRIVATE_PARTS.includes(outlet.part)) return;
    for (const literal of facts.literals) {
      for (const { 0: value, index } of literal.text.matchAll(MEASURED)) {
        yield {
          at: spanWithin(literal, index, index + value.length),
          message: `"${value}" in ${nameOf(facts)} is a measured value`,
        };
      }
    }
  },
);
