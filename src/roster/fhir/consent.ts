import { CHANNELS } from "../../model/index.ts";
import {
  at,
  dayOf,
  extraColumns,
  idOf,
  instantOf,
  type Resource,
  recordsAt,
  type TextRow,
  textAt,
} from "./resource.ts";

const NAMED: readonly string[] = [...CHANNELS, "all"];

/**
 * Consent → rows of consents, one for each channel that `provision.code` names. A permit that names none allows nothing;
 * a refusal that names none closes every channel. A permit that ends is taken back on its last day.
 */
export function consentRows(consent: Resource): readonly TextRow[] {
  const status = textAt(consent, "status") ?? "";
  if (["draft", "proposed", "entered-in-error"].includes(status)) return [];
  const provision = at(consent, "provision");
  const isGranted = status === "active" && textAt(provision, "type") === "permit";
  const named = recordsAt(provision, "code")
    .flatMap((concept) => recordsAt(concept, "coding"))
    .flatMap((coding) => textAt(coding, "code") ?? [])
    .filter((code) => NAMED.includes(code));
  const channels = named.length > 0 ? named : isGranted ? [] : ["all"];
  const written = textAt(consent, "dateTime") ?? textAt(consent, "meta", "lastUpdated");
  const ends = textAt(provision, "period", "end");
  return channels.flatMap((channel) => {
    const row = {
      patient_id: idOf(at(consent, "patient"), "Patient"),
      channel,
      source: textAt(consent, "sourceReference", "reference"),
      wording: textAt(consent, "policy", 0, "uri"),
      ...extraColumns(consent),
    };
    if (!isGranted) return [{ ...row, state: "revoked", recorded_at: atEnd(written) }];
    const granted = { ...row, state: "granted", recorded_at: atStart(written) };
    return ends === undefined ? [granted] : [granted, { ...row, state: "revoked", recorded_at: atEnd(ends) }];
  });
}

/** Of a day without a time, consent begins when the day is over for nobody yet … */
function atStart(dateTime: string | undefined): string | undefined {
  return instantOf(dateTime) ?? onDay(dateTime, "00:00:00Z");
}

/** … and a refusal is the last word of its day. */
function atEnd(dateTime: string | undefined): string | undefined {
  return instantOf(dateTime) ?? onDay(dateTime, "23:59:59Z");
}

function onDay(dateTime: string | undefined, time: string): string | undefined {
  const day = dayOf(dateTime);
  return day === undefined ? dateTime : `${day}T${time}`;
}
