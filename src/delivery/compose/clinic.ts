import type { Plan } from "../../plan/index.ts";
import type { TouchRecord } from "../record.ts";

type Clinic = Plan["respond"]["clinics"][number];

/** The clinic of a record; where an organisation has one clinic, it is that one. */
export function clinicOf({ respond: { clinics } }: Plan, { clinic }: TouchRecord): Clinic | undefined {
  if (clinic === undefined) return clinics.length === 1 ? clinics[0] : undefined;
  return clinics.find(({ id }) => id === clinic);
}

/** What a `clinic.` field says: the plan holds the clinics, so that no export can change their numbers. */
export function clinicValue(path: string, plan: Plan, record: TouchRecord): string | undefined {
  const clinic = clinicOf(plan, record);
  switch (path) {
    case "clinic.name":
      return clinic?.name;
    case "clinic.phone":
      return clinic?.phone;
    case "clinic.nurse_line":
      return clinic?.nurse_line ?? undefined;
    case "clinic.address":
      return clinic?.address;
    case "clinic.telehealth":
      // A clinician may see somebody by video only in the states that they are licensed in.
      return clinic === undefined || record.state === undefined
        ? undefined
        : clinic.telehealth.includes(record.state)
          ? "yes"
          : "no";
    default:
      return undefined;
  }
}
