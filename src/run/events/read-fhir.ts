import { type EventKind, FIELD_EXTENSION } from "../../roster/index.ts";
import type { IncomingEvent, UnreadableEvent } from "./event.ts";
import { readInstant } from "./read-instant.ts";
import type { Read } from "./read-table.ts";

/** A resource as JSON holds it; every member is looked at before it is believed. */
type Resource = Readonly<Record<string, unknown>>;

const APPOINTMENT: Readonly<Record<string, EventKind>> = {
  booked: "booked",
  arrived: "completed",
  fulfilled: "completed",
};

/**
 * Events of FHIR R4 resources, one a line: a Communication from a patient is a reply, an Appointment a booking or a visit
 * that took place, a completed Task of ours a task that is closed. Other resources and states are passed over.
 */
export function readFhir(text: string): Read {
  const events: IncomingEvent[] = [];
  const unreadable: UnreadableEvent[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const row = index + 1;
    const resource = parsed(line);
    if (resource === undefined) {
      unreadable.push({ row, why: "it is no FHIR resource" });
      continue;
    }
    const read = eventOf(resource, row);
    if (read !== undefined) (("why" in read ? unreadable : events) as (typeof read)[]).push(read);
  }
  return { events, unreadable };
}

function eventOf(resource: Resource, row: number): IncomingEvent | UnreadableEvent | undefined {
  switch (resource.resourceType) {
    case "Communication": {
      const words = list(resource.payload).flatMap((payload) => textOf(payload.contentString) ?? []);
      return made(resource, row, textOf(resource.received) ?? textOf(resource.sent), {
        patient: patientOf(resource.sender) ?? patientOf(resource.subject),
        text: words.join("\n"),
      });
    }
    case "Appointment": {
      const kind = APPOINTMENT[String(resource.status)];
      if (kind === undefined) return undefined;
      const [patient] = list(resource.participant).flatMap(({ actor }) => patientOf(actor) ?? []);
      const meta = record(resource.meta);
      const at =
        kind === "booked" ? (textOf(resource.created) ?? textOf(meta?.lastUpdated)) : textOf(resource.start);
      const [coding] = list(record(list(resource.serviceType)[0])?.coding);
      return made(resource, row, at, {
        patient,
        kind,
        visit: textOf(resource.id),
        visitType: textOf(coding?.code),
        code: codeOf(resource),
      });
    }
    case "Task": {
      if (resource.status !== "completed") return undefined;
      const meta = record(resource.meta);
      return made(resource, row, textOf(resource.lastModified) ?? textOf(meta?.lastUpdated), {
        patient: patientOf(resource.for),
        kind: "task_closed",
      });
    }
    default:
      return undefined;
  }
}

function made(
  resource: Resource,
  row: number,
  time: string | undefined,
  told: Partial<IncomingEvent>,
): IncomingEvent | UnreadableEvent {
  const at = time === undefined ? undefined : readInstant(time);
  if (at === undefined)
    return { row, why: `the ${String(resource.resourceType)} does not say when it happened` };
  if (told.patient === undefined)
    return { row, why: `the ${String(resource.resourceType)} names no patient` };
  const id = textOf(resource.id);
  return {
    row,
    // The same appointment is booked first and completed later.
    id: id && `${String(resource.resourceType)}/${id}${told.kind === undefined ? "" : ` ${told.kind}`}`,
    at,
    touch: undefined,
    from: undefined,
    channel: undefined,
    campaign: undefined,
    reason: undefined,
    code: undefined,
    patient: undefined,
    kind: undefined,
    text: undefined,
    visit: undefined,
    visitType: undefined,
    ...told,
  };
}

/** By what a booking is tied to a step: FHIR has no place for it, so it is an extension, as in a roster. */
function codeOf(resource: Resource): string | undefined {
  const extensions = list(resource.extension);
  const [code] = ["code", "link", "number"].flatMap((name) =>
    extensions.flatMap(({ url, valueString }) =>
      url === `${FIELD_EXTENSION}${name}` ? (textOf(valueString) ?? []) : [],
    ),
  );
  return code;
}

/** "Patient/p-1" or "https://…/Patient/p-1" is p-1. */
function patientOf(reference: unknown): string | undefined {
  return /(?:^|\/)Patient\/([A-Za-z0-9.-]{1,64})$/.exec(textOf(record(reference)?.reference) ?? "")?.[1];
}

function parsed(line: string): Resource | undefined {
  try {
    const value = record(JSON.parse(line));
    return typeof value?.resourceType === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

function record(value: unknown): Resource | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Resource)
    : undefined;
}

function list(value: unknown): readonly Resource[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((member: unknown): readonly Resource[] => {
    const found = record(member);
    return found === undefined ? [] : [found];
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
