import type { FieldSpec } from "../audience/index.ts";
import { choices, withArticle } from "../source/index.ts";
import { ANCHORS, type Anchor } from "./campaign.ts";

/** What a campaign's conditions and texts may ask about: its anchor, and what belongs to that one alone. */
export interface Reach {
  readonly specs: ReadonlyMap<string, FieldSpec>;
  readonly anchor: Anchor;
  /** Whom it is asked of: an enrolment, which is its patient's, or one caregiver of the patient. */
  readonly recipient: "patient" | "caregiver";
}

/** Why a fact cannot be known, and what to ask instead. */
export interface OutOfReach {
  readonly message: string;
  readonly remedy?: string;
}

/** Anchors of which an enrolment has one other: the order that a result answers. All have a patient and a clinic. */
const PARENTS: Readonly<Partial<Record<Anchor, readonly Anchor[]>>> = {
  result: ["order", "visit"],
  procedure: ["visit", "order"],
  prescription: ["care_plan"],
};

/** What locations.yaml says of a clinic; a roster has no table of clinics. */
const CLINIC = ["name", "phone", "nurse_line", "address", "telehealth"];

/**
 * Whether something is known of a clinic, as a field of this type. A name is no number.
 *
 * @example isClinicFact("telehealth", "yes-no") // true
 */
export function isClinicFact(name: string, type: string): boolean {
  if (name === "telehealth") return type === "yes-no";
  return CLINIC.includes(name) && !["yes-no", "number", "date", "many-of"].includes(type);
}

/**
 * Why a field is not one fact of whoever it is asked of; nothing where it is. From a visit there are many results, or none.
 *
 * @example outOfReach("result.urgency", { anchor: "visit", recipient: "patient" })?.message // "result.urgency is not a fact …"
 */
export function outOfReach(
  path: string,
  { anchor, recipient }: Pick<Reach, "anchor" | "recipient">,
): OutOfReach | undefined {
  const [root = "", name = ""] = path.split(".");
  switch (root) {
    case "patient":
    case "caller":
      return undefined;
    case "caregiver":
      return recipient === "caregiver"
        ? undefined
        : {
            message: `${path} is a fact about a caregiver, and a patient may have several, or none`,
            remedy: "Ask it where one caregiver is meant: in a step `to: caregiver`.",
          };
    case "clinic":
      return CLINIC.includes(name)
        ? undefined
        : {
            message: `nobody knows ${path}: library/locations.yaml says no such thing of a clinic`,
            remedy: `Ask about ${choices(CLINIC.map((known) => `clinic.${known}`))}, or keep the fact with the patient.`,
          };
    default: {
      const about = ANCHORS.find((known) => known === root);
      if (about === undefined)
        return {
          message: `no record is called "${root}", so nobody knows ${path}`,
          remedy: `Declare the fact of one of ${choices([...ANCHORS, "caregiver"])}.`,
        };
      return about === anchor || (PARENTS[anchor] ?? []).includes(about)
        ? undefined
        : {
            message: `${path} is not a fact about ${withArticle(anchor.replace("_", " "))}, which this campaign is about`,
          };
    }
  }
}

/** The same for a condition, which is asked before anybody calls. A field that nobody declared is a finding of its own. */
export function unaskable(path: string, reach: Reach): OutOfReach | undefined {
  const spec = reach.specs.get(path);
  if (spec === undefined) return undefined;
  const far = outOfReach(path, reach);
  if (far !== undefined) return far;
  const [root, name = ""] = path.split(".");
  if (root === "caller")
    return {
      message: `nobody knows ${path} before the call is made`,
      remedy: "Print it in a script; ask about the patient, the record or the clinic.",
    };
  if (root === "clinic" && !isClinicFact(name, spec.type.kind))
    return {
      message: `${path} is declared as ${spec.type.kind}, which library/locations.yaml does not hold`,
      remedy: `Declare it as ${name === "telehealth" ? "yes-no" : "text"} in library/fields.yaml.`,
    };
  return undefined;
}
