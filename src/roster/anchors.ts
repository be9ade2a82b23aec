import type { Anchor } from "../model/index.ts";
import { type Column, optional, type RosterTable, required, type TableName } from "./table.ts";

/** A table of things that a campaign can be about: each has a patient, a clinic, a status and the time of its record. */
function anchorTable(
  name: TableName,
  anchor: Anchor,
  about: string,
  statuses: readonly string[],
  columns: readonly Column[],
): RosterTable {
  return {
    name,
    about,
    key: `${anchor}_id`,
    anchor,
    root: anchor,
    columns: [
      required(`${anchor}_id`, "code", "The record's own number."),
      required("patient_id", "code", "Whose it is.", { names: "patients" }),
      optional("clinic_id", "code", "The clinic that keeps it; else the patient's clinic counts."),
      required("status", "code", "How it stands.", { values: statuses }),
      ...columns,
      required(
        "created_at",
        "instant",
        "When it was recorded. What was recorded after a person entered a campaign can stop it.",
      ),
    ],
  };
}

export const VISITS = anchorTable(
  "visits",
  "visit",
  "Visits that are booked, took place, were missed or cancelled.",
  ["booked", "completed", "missed", "cancelled"],
  [
    required("type", "code", "The kind of visit: only one of the same type counts as rebooked."),
    required("date", "date", "The day of the visit, on the clinic's calendar."),
    optional("starts_at", "instant", "When the visit begins."),
    optional(
      "for_id",
      "code",
      "The result, care plan, procedure, order or inquiry that the visit was made for: the id of its record.",
    ),
  ],
);

export const RESULTS = anchorTable(
  "results",
  "result",
  "Results of tests.",
  ["pending", "released", "withdrawn"],
  [
    optional("type", "code", "What was tested, as a LOINC code."),
    optional("released_on", "date", "The day on which the patient could see it."),
    optional("urgency", "code", "How soon a clinician wants it looked at; a blank keeps everybody out."),
    optional("order_id", "code", "The order that it answers.", { names: "orders" }),
    optional("visit_id", "code", "The visit at which it was taken.", { names: "visits" }),
  ],
);

export const CARE_PLANS = anchorTable(
  "care_plans",
  "care_plan",
  "Plans of care for people who are seen again and again.",
  ["active", "on_hold", "closed"],
  [
    optional("type", "code", "The kind of plan."),
    optional("started_on", "date", "First day of the plan."),
    optional("last_visit_on", "date", "The last visit that belongs to it."),
    optional("updated_on", "date", "The day on which it was last changed."),
  ],
);

export const PRESCRIPTIONS = anchorTable(
  "prescriptions",
  "prescription",
  "Prescriptions.",
  ["active", "ended", "renewed", "stopped"],
  [
    optional("type", "code", "What was prescribed, as an RxNorm code."),
    optional("written_on", "date", "The day on which it was written."),
    optional("ends_on", "date", "The day on which the supply runs out."),
    optional("care_plan_id", "code", "The care plan that it belongs to.", { names: "care_plans" }),
  ],
);

export const PROCEDURES = anchorTable(
  "procedures",
  "procedure",
  "Procedures after which a visit is due.",
  ["planned", "done", "cancelled"],
  [
    optional("type", "code", "What was done."),
    optional("done_on", "date", "The day on which it was done."),
    optional("follow_up_due_on", "date", "The day by which the follow-up visit is due."),
    optional("visit_id", "code", "The visit at which it was done.", { names: "visits" }),
    optional("order_id", "code", "The order that asked for it.", { names: "orders" }),
  ],
);

export const ORDERS = anchorTable(
  "orders",
  "order",
  "Tests and services that were asked for.",
  ["open", "booked", "completed", "cancelled"],
  [
    optional("type", "code", "What was asked for, as a LOINC or CPT code."),
    optional("ordered_on", "date", "The day of the order."),
    optional("due_on", "date", "The day by which it should be done."),
  ],
);

export const INQUIRIES = anchorTable(
  "inquiries",
  "inquiry",
  "People who asked about care.",
  ["open", "booked", "closed"],
  [
    optional("type", "code", "What they asked for."),
    optional("received_on", "date", "The day on which they asked."),
    optional("source", "code", "Where they asked: the web form, the phone, a partner."),
  ],
);
