import { loadWorkspace } from "../../src/workspace/index.ts";

/** A small workspace without a mistake, which the tests spoil one line at a time. */
export const FILES: Readonly<Record<string, string>> = {
  "recare.yaml": `organization:
  id: maple-health
  name: Maple Health
  sender: Maple Health
  time_zone: America/Chicago
  link_domains: [maple.example]
  email_from: care@maple.example
languages: [en, es]
channels:
  sms: {allow: scheduling, consent: opt-in, parts: 1}
contact_limits: {per_day: 1, per_week: 3}
send_between: {hours: "09:00-19:00", days: mon-sat, clock: patient, holidays: skip}
declarations:
  vendors:
    - {name: Maple gateway, handles: [sms]}
rules:
  reading-grade: {at_most: 6}
`,
  "missed-visit.yaml": `campaign: missed-visit
title: Missed visit
scenario: missed-appointment
owner: north_scheduling
goal: visit completed within 30 days of the first message
audience:
  for_each: visit
  include:
    - visit.status is missed
  segments:
    recent: visit.date was at most 7 days ago
    later: otherwise
message:
  purpose:
    en: We missed you at your visit.
    es: No pudimos verle en su visita.
  next_step: Pick a new time.
  actions: [book_online]
sequence:
  - step: text-1
    channel: sms
    wait: 1 day
    text: Hello.
  - step: email-1
    channel: email
    subject: A new time
    text: Hello.
priority: 10
holdout: 10%
`,
  "library/teams.yaml": `teams:
  north_scheduling:
    lead: J. Alvarez
    clinical: no
    hours: {mon-fri: "08:00-17:00"}
    capacity: {calls_a_day: 40}
    trained_on: 2026-10-20
playbooks:
  replies:
    booked: {do: confirm, who: north_scheduling, within: 4 hours}
`,
  "library/fields.yaml": `fields:
  visit.status: {class: scheduling, type: one-of, values: [missed, completed]}
  visit.date: {class: scheduling, type: date}
  patient.hospice: {class: restricted, type: yes-no, blank_means: no}
`,
  "library/pathways.yaml": `pathways:
  primary_care: {soon: 7 days, long_lapsed: 18 months}
`,
  "library/holidays.yaml": `holidays:
  - {on: 2026-12-25, name: Christmas Day}
`,
};

/** One finding as a reader meets it. */
export interface Met {
  readonly underlined: string;
  readonly message: string;
  readonly remedy: string;
}

/** What is found in the files when they are read. */
export function findingsIn(files: Readonly<Record<string, string>>): readonly Met[] {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  return loadWorkspace(sources).diagnostics.map(({ at, message, remedy }) => ({
    underlined: (files[at.file] ?? "").slice(at.start, at.end),
    message,
    remedy,
  }));
}

/** The small workspace with one place of one file written otherwise. */
export function spoiled(file: string, written: string, instead: string): Record<string, string> {
  const text = FILES[file] ?? "";
  if (text.split(written).length !== 2) throw new Error(`${file} does not have exactly one ${written}`);
  return { ...FILES, [file]: text.replace(written, () => instead) };
}
