import type { Field } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf } from "../where.ts";
import { usesOf } from "./uses.ts";

/** What identifies a person by itself, as fields are called. */
const IDENTIFIER =
  /birth|(?:^|_)dob$|(?:^|_)(?:mrn|ssn)$|record_number|member_id|patient_id|account|social_security|(?:^|_)address$|street|(?:^|_)zip|postal_code/;
const FIRST_NAME = /first_name|given_name|preferred_name|nickname/;

export default outletRule(
  {
    code: "P121",
    name: "greeting-name-minimal",
    summary: "More than a first name where strangers can read it",
    why: "A full name or a birth date on a lock screen tells whoever holds the phone exactly who is a patient here. A first name is enough for the reader to know that they are meant.",
    remedy: "Print the first name only.",
    basis: practice("minimum necessary, as good practice: 45 CFR 164.502(b)"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "The first name",
          edit: "-      en: A new time for your visit\n+      en: A new time for you, {{ patient.first_name }}",
        },
      ],
      bad: [
        {
          title: "The year of birth",
          edit: "-      en: A new time for your visit\n+      en: A new time for your visit ({{ patient.birth_year }})",
          marks: ["{{ patient.birth_year }}"],
        },
      ],
    },
  },
  function* (facts) {
    if (!facts.outlet.short) return;
    for (const { field, printed, declared } of facts.flows) {
      const what = printed && declared ? tellingBy(declared) : undefined;
      if (what === undefined) continue;
      yield {
        at: usesOf(facts.outlet.template, field) ?? facts.outlet.at,
        ...(what === "name" && { severity: "info" as const }),
        message: `${field} ${what === "name" ? "is more than a first name" : "identifies the person"}, and ${nameOf(facts)} can be read by anybody`,
      };
    }
  },
);

/** What a field of a person tells beyond a first name. */
function tellingBy({ path, type, from }: Field): "name" | "identifier" | undefined {
  if (from !== "roster") return undefined;
  const called = path.slice(path.indexOf(".") + 1);
  if (IDENTIFIER.test(called)) return "identifier";
  return type.kind === "name" && !FIRST_NAME.test(called) ? "name" : undefined;
}
