import { counts } from "../source/index.ts";
import { allowedInWords, allowedTally } from "../waivers/index.ts";
import type {
  Exposure,
  Opening,
  PacketFinding,
  PacketLength,
  PacketModel,
  Statement,
  Timing,
} from "./model.ts";
import { count, DAY_NAMES, idName, listed } from "./words.ts";

/** Values of the model as both printers say them. */

/** "1 error, 2 warnings, 1 waived": of each kind that there is, what somebody let stand by itself. */
export function tally(findings: readonly PacketFinding[]): string {
  const kinds = [
    ["error", "error"],
    ["warning", "warning"],
    ["info", "note"],
  ] as const;
  return listed(
    kinds
      .flatMap(([severity, name]) => {
        const n = findings.filter((finding) => finding.severity === severity && counts(finding)).length;
        return n === 0 ? [] : [count(n, name)];
      })
      .concat(allowedInWords(allowedTally(findings))),
  );
}

/** `missed-visit.yaml:53:9`. */
export function placeOf({ at }: PacketFinding): string {
  return `${at.file}:${at.line}:${at.column}`;
}

/** The guard of a finding's witness, or that it always happens. */
export function happensWhen({ witness }: PacketFinding): string {
  return witness === null || witness.when === "" ? "always" : witness.when;
}

/** "North scheduling (lead)" for `north_scheduling.lead`. */
export function whoOf(who: string): string {
  const [team = who, role] = who.split(".");
  return role === undefined ? idName(team) : `${idName(team)} (${role})`;
}

/** "Monday to Saturday", or each day where they do not follow each other. */
export function daysOf(days: readonly string[]): string {
  const order = Object.keys(DAY_NAMES);
  const indexes = days.map((day) => order.indexOf(day));
  const [first = -1] = indexes;
  const inRow = first >= 0 && indexes.every((index, i) => index === first + i);
  const names = days.map((day) => DAY_NAMES[day] ?? day);
  return inRow && names.length > 2 ? `${names[0]} to ${names.at(-1)}` : listed(names);
}

/** "09:00 to 19:00, Monday to Saturday, by the patient's clock, not on holidays". */
export function windowOf({ opens, closes, days, clock, skipsHolidays }: Timing): string {
  return `${opens} to ${closes}, ${daysOf(days)}, by the ${clock}'s clock${skipsHolidays ? ", not on holidays" : ""}`;
}

/** "mon–fri 08:00–17:00, sat 09:00–12:00": neighbouring days with the same hours together. */
export function hoursOf(openings: readonly Opening[]): string {
  const stretches: { first: string; last: string; hours: string }[] = [];
  for (const { day, opens, closes } of openings) {
    const hours = `${opens}–${closes}`;
    const stretch = stretches.at(-1);
    if (stretch?.hours === hours) stretch.last = day;
    else stretches.push({ first: day, last: day, hours });
  }
  if (stretches.length === 0) return "not stated";
  return stretches
    .map(({ first, last, hours }) => `${first === last ? first : `${first}–${last}`} ${hours}`)
    .join(", ");
}

/** "at most 149 of 160 characters in one part, 1 part, GSM-7". */
export function lengthOf({ characters, parts, encoding, onePart }: PacketLength): string {
  if (characters === null || parts === null) return "nothing bounds the length of this text";
  return `at most ${characters} of ${onePart} characters in one part, ${count(parts, "part")}, ${encoding}`;
}

/** The first characters of a digest, enough to compare by eye; the whole stands under Digests. */
export function shortDigest(digest: string): string {
  return digest.length > 23 ? `${digest.slice(0, 19)}…` : digest;
}

export const GROUNDS: Readonly<Record<Statement["ground"], string>> = {
  stated: "stated by the author",
  measured: "measured by the compiler",
  signed: "signed by a named person",
};

/** "North scheduling, J. Alvarez". */
export function ownerOf({ identity }: PacketModel): string {
  return identity.owner === null ? "nobody" : `${idName(identity.owner.team)}, ${identity.owner.lead}`;
}

export const SOURCES = {
  roster: "the patient's record",
  locations: "the clinic's entry",
  caller: "the caller",
} as const;

/** "10 fields of the patient's record are read, and no other: this is the list to export." */
export function exposureInWords({ fields }: Exposure): string {
  const roster = fields.filter(({ from }) => from === "roster" || from === null).length;
  if (fields.length === 0) return "No field is read.";
  return `${count(roster, "field of the patient's record is", "fields of the patient's record are")} read, and no other: this is the list to export.`;
}
