import {
  at,
  codeOf,
  dayOf,
  extraColumns,
  firstIdOf,
  idOf,
  instantOf,
  type Resource,
  recordedAt,
  recordsAt,
  type TextRow,
  textAt,
} from "./resource.ts";

/** FHIR's status → the roster's; what is not listed was entered in error or is no record yet, and gives no row. */
type Statuses = Readonly<Record<string, string>>;

const VISIT: Statuses = {
  booked: "booked",
  pending: "booked",
  arrived: "booked",
  "checked-in": "booked",
  fulfilled: "completed",
  noshow: "missed",
  cancelled: "cancelled",
};
const ORDER: Statuses = {
  active: "open",
  "on-hold": "open",
  unknown: "open",
  completed: "completed",
  revoked: "cancelled",
};
const RESULT: Statuses = {
  registered: "pending",
  partial: "pending",
  preliminary: "pending",
  final: "released",
  amended: "released",
  corrected: "released",
  appended: "released",
  cancelled: "withdrawn",
};
const CARE_PLAN: Statuses = {
  active: "active",
  "on-hold": "on_hold",
  unknown: "on_hold",
  revoked: "closed",
  completed: "closed",
};
const PRESCRIPTION: Statuses = {
  active: "active",
  completed: "ended",
  "on-hold": "stopped",
  cancelled: "stopped",
  stopped: "stopped",
  unknown: "stopped",
};
const PROCEDURE: Statuses = {
  preparation: "planned",
  "in-progress": "planned",
  "on-hold": "planned",
  completed: "done",
  "not-done": "cancelled",
  stopped: "cancelled",
  unknown: "cancelled",
};

/** What every record of care has. */
function common(
  resource: Resource,
  statuses: Statuses,
  patient: string | undefined,
  recorded: string | undefined,
): TextRow | undefined {
  const status = textAt(resource, "status") ?? "";
  if (!Object.hasOwn(statuses, status)) return undefined;
  return {
    patient_id: patient,
    status: statuses[status],
    created_at: recordedAt(resource, recorded),
    ...extraColumns(resource),
  };
}

function subjectOf(resource: Resource): string | undefined {
  return idOf(at(resource, "subject"), "Patient");
}

/** Appointment → a row of visits. The day is the one that is written, in the offset of whoever wrote it. */
export function visitRow(appointment: Resource): TextRow | undefined {
  const actors = recordsAt(appointment, "participant").flatMap((participant) =>
    recordsAt([at(participant, "actor") ?? null]),
  );
  // Meetings of staff are appointments too.
  if (!actors.some((actor) => textAt(actor, "reference")?.includes("Patient/"))) return undefined;
  const start = textAt(appointment, "start");
  const reasons = [...recordsAt(appointment, "basedOn"), ...recordsAt(appointment, "reasonReference")];
  const row = common(appointment, VISIT, firstIdOf(actors, "Patient"), textAt(appointment, "created"));
  return (
    row && {
      visit_id: textAt(appointment, "id"),
      clinic_id: firstIdOf(actors, "Location", "Organization"),
      type: codeOf(at(appointment, "appointmentType")) ?? codeOf(at(appointment, "serviceType")),
      date: dayOf(start),
      starts_at: instantOf(start),
      for_id: firstIdOf(reasons, "ServiceRequest", "DiagnosticReport", "CarePlan", "Procedure"),
      ...row,
    }
  );
}

/** ServiceRequest → a row of orders. */
export function orderRow(request: Resource): TextRow | undefined {
  const row = common(request, ORDER, subjectOf(request), textAt(request, "authoredOn"));
  return (
    row && {
      order_id: textAt(request, "id"),
      type: codeOf(at(request, "code")),
      ordered_on: dayOf(textAt(request, "authoredOn")),
      due_on: dayOf(textAt(request, "occurrenceDateTime") ?? textAt(request, "occurrencePeriod", "end")),
      ...row,
    }
  );
}

/** DiagnosticReport → a row of results. */
export function resultRow(report: Resource): TextRow | undefined {
  const row = common(report, RESULT, subjectOf(report), textAt(report, "issued"));
  return (
    row && {
      result_id: textAt(report, "id"),
      type: codeOf(at(report, "code")),
      released_on: row.status === "released" ? dayOf(textAt(report, "issued")) : undefined,
      order_id: firstIdOf(recordsAt(report, "basedOn"), "ServiceRequest"),
      ...row,
    }
  );
}

/** CarePlan → a row of care_plans. */
export function carePlanRow(plan: Resource): TextRow | undefined {
  const row = common(plan, CARE_PLAN, subjectOf(plan), textAt(plan, "created"));
  return (
    row && {
      care_plan_id: textAt(plan, "id"),
      type: codeOf(at(plan, "category")),
      started_on: dayOf(textAt(plan, "period", "start")),
      updated_on: dayOf(textAt(plan, "meta", "lastUpdated")),
      ...row,
    }
  );
}

/** MedicationRequest → a row of prescriptions. */
export function prescriptionRow(request: Resource): TextRow | undefined {
  const row = common(request, PRESCRIPTION, subjectOf(request), textAt(request, "authoredOn"));
  return (
    row && {
      prescription_id: textAt(request, "id"),
      type: codeOf(at(request, "medicationCodeableConcept")),
      written_on: dayOf(textAt(request, "authoredOn")),
      ends_on: dayOf(textAt(request, "dispenseRequest", "validityPeriod", "end")),
      care_plan_id: firstIdOf(recordsAt(request, "basedOn"), "CarePlan"),
      ...row,
    }
  );
}

/** Procedure → a row of procedures. */
export function procedureRow(procedure: Resource): TextRow | undefined {
  const done = textAt(procedure, "performedDateTime") ?? textAt(procedure, "performedPeriod", "end");
  const row = common(procedure, PROCEDURE, subjectOf(procedure), undefined);
  return (
    row && {
      procedure_id: textAt(procedure, "id"),
      type: codeOf(at(procedure, "code")),
      done_on: row.status === "done" ? dayOf(done) : undefined,
      order_id: firstIdOf(recordsAt(procedure, "basedOn"), "ServiceRequest"),
      ...row,
    }
  );
}
