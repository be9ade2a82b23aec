import type {
  ApprovalState,
  PacketChange,
  PacketPage,
  PacketSubject,
  Since,
  Waterfall,
} from "../../src/packet/index.ts";

/** A base beside the hand-made packet: a change of every shape that a printer has to tell apart. */

const FILE = "missed-primary-care.yaml";

function change(
  given: Partial<PacketChange> & Pick<PacketChange, "id" | "kind" | "about" | "direction">,
): PacketChange {
  return {
    concerns: ["copy"],
    risk: "high",
    because: "Patients read other words than before.",
    step: null,
    language: null,
    before: null,
    after: null,
    words: null,
    at: { base: { file: FILE, line: 12, column: 5 }, head: { file: FILE, line: 14, column: 5 } },
    ...given,
  };
}

export const SINCE: Since = {
  base: "origin/main",
  head: "the files here",
  standing: "compared",
  plan: "sha256:0d1f0c6ad0b5c3f2a4e98bb1d0c6a1f02e4b5c77a9d3e8f1b6c2d4e5f6a7b8c9",
  formerly: "missed-visit",
  changed: ["audience", "copy", "timing"],
  sign: [
    { concern: "audience", language: null, roles: ["compliance"] },
    { concern: "copy", language: "es", roles: ["translation"] },
    { concern: "timing", language: null, roles: ["compliance"] },
  ],
  changes: [
    change({
      id: "a00000000001",
      kind: "audience.people",
      concerns: ["audience"],
      direction: "WIDENED",
      about: "Who is written to",
      because: "People are written to who were not before.",
      before: "the visit date was 1 to 14 days ago",
      after: "the visit date was 1 to 21 days ago",
    }),
    change({
      id: "a00000000002",
      kind: "copy.wording",
      direction: "REWORDED",
      about: "The text message of text-1 in Spanish",
      step: "text-1",
      language: "es",
      before: "Hola {{ patient.first_name }}. Elija otra hora.",
      after: "Hola {{ patient.first_name }}. Escoja otra hora.",
      words: [
        {
          kind: "same",
          text: `${"Una frase que no cambia y que es bastante larga. ".repeat(6)}Hola {{ patient.first_name }}. {% if clinic.id == "north" %}`,
        },
        { kind: "removed", text: "Elija" },
        { kind: "added", text: "Escoja" },
        { kind: "same", text: " otra hora. Llame al {{ say.clinic.phone }}." },
      ],
    }),
    change({
      id: "a00000000003",
      kind: "copy.claim",
      direction: "ADDED",
      about: "Claims: visit_details_by_text of email-1",
      step: "email-1",
      after: "id: visit_details_by_text",
      at: { base: null, head: { file: FILE, line: 60, column: 1 } },
    }),
    change({
      id: "a00000000004",
      kind: "timing.wait",
      concerns: ["timing"],
      direction: "EARLIER",
      risk: "medium",
      because: "People are written to sooner, and closer together.",
      about: "The wait before email-1",
      step: "email-1",
      before: "5 days",
      after: "3 days",
    }),
    change({
      id: "a00000000005",
      kind: "step",
      concerns: ["copy", "timing"],
      direction: "REMOVED",
      risk: "low",
      because: "Patients receive less than before.",
      about: "The step letter-1",
      step: "letter-1",
      before: "letter to the patient, 7 days after the step before",
      at: { base: { file: FILE, line: 80, column: 5 }, head: null },
    }),
    change({
      id: "a00000000006",
      kind: "unknown",
      concerns: ["timing"],
      direction: "CANNOT TELL",
      about: "Something that this version cannot put into words",
      because: "The digests differ, and the two plans must be read side by side.",
      at: { base: null, head: null },
    }),
  ],
  steps: [
    { id: "text-1", now: "text-1", channel: "sms", earliest: 1, latest: 1 },
    { id: "email-1", now: "email-1", channel: "email", earliest: 6, latest: 6 },
    { id: "call-0", now: "call-1", channel: "phone", earliest: 8, latest: 10 },
    { id: "letter-1", now: null, channel: "letter", earliest: 15, latest: 15 },
  ],
};

export const APPROVALS: readonly ApprovalState[] = [
  {
    concern: "audience",
    language: null,
    role: "compliance",
    state: "stale",
    why: "Lee Park approved other content on 2026-10-02.",
    signed: {
      name: "Lee Park",
      signer: "lee@mplhealth.example",
      meaning: "approved",
      on: "2026-10-02T09:15:00Z",
      expires: "2027-10-02T00:00:00Z",
      key: "SHA256:mVPwvezndPv/ARoIadVY98vAC0g+P/5633yTC4d/wXE",
    },
  },
  {
    concern: "copy",
    language: "en",
    role: "clinical",
    state: "needed",
    why: "Nobody has signed copy as clinical.",
    signed: null,
  },
  { concern: "copy", language: "en", role: "compliance", state: "expired", why: null, signed: null },
  {
    concern: "privacy",
    language: null,
    role: "privacy",
    state: "valid",
    why: null,
    signed: {
      name: "Noor Haddad",
      signer: "noor@mplhealth.example",
      meaning: "approved",
      on: "2026-10-03T10:00:00Z",
      expires: null,
      key: null,
    },
  },
  {
    concern: "timing",
    language: null,
    role: "compliance",
    state: "rejected",
    why: "lee@mplhealth.example rejected it.",
    signed: null,
  },
  {
    concern: "operations",
    language: null,
    role: "operations",
    state: "not verified here",
    why: null,
    signed: null,
  },
];

const hex = (digit: string) => `sha256:${digit.repeat(64)}`;

export const SUBJECTS: readonly PacketSubject[] = [
  { concern: "audience", language: null, roles: ["compliance"], digest: hex("1") },
  { concern: "copy", language: "en", roles: ["clinical", "compliance"], digest: hex("2") },
  { concern: "copy", language: "es", roles: ["translation"], digest: hex("3") },
  { concern: "privacy", language: null, roles: ["privacy"], digest: hex("4") },
  { concern: "timing", language: null, roles: ["compliance"], digest: hex("5") },
  { concern: "operations", language: null, roles: ["operations"], digest: hex("6") },
];

export const PAGES: readonly PacketPage[] = [
  {
    id: "reschedule",
    url: "https://mplhealth.example/reschedule",
    purpose: "Pick a new time for a visit",
    sections: ["steps", "hours", "contacts"],
    languages: ["en", "es"],
    links: ["mplhealth.example/r"],
    linkChecked: "2026-11-17",
    accessibilityChecked: "2026-10-01",
    loads: [],
  },
  {
    id: "call_me",
    url: "https://mplhealth.example/call-me",
    purpose: "Ask us to call you",
    sections: [],
    languages: [],
    links: [],
    linkChecked: null,
    accessibilityChecked: null,
    loads: ["fonts.example"],
  },
];

export const WATERFALL: Waterfall = {
  people: 1_000,
  rows: [
    { condition: "the visit's status is missed", does: "keeps", before: 870, now: 870 },
    { condition: "the visit date was 1 to 14 days ago", does: "keeps", before: 400, now: null },
    { condition: "the visit date was 1 to 21 days ago", does: "keeps", before: null, now: 520 },
    { condition: "the patient is marked rebooked", does: "leaves out", before: 350, now: 460 },
  ],
  reached: { before: 350, now: 460 },
  moved: { join: 110, leave: 0 },
};
