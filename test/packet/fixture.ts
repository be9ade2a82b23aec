import type { FieldClass, OutletPart } from "../../src/model/index.ts";
import type {
  ByLanguage,
  Mark,
  PacketFinding,
  PacketLength,
  PacketModel,
  PacketOutlet,
  PacketScript,
  PacketWording,
  Run,
  Wordings,
} from "../../src/packet/index.ts";
import { LAUNCH, REACH, SIMULATION } from "./fixture-evidence.ts";
import { APPROVALS, PAGES, SINCE, SUBJECTS, WATERFALL } from "./fixture-since.ts";

/** Hand-made packets, rich enough that every section of the printers has something to print. */

/** `⟦path⟧` is a field, `{+words+}` a line that the compiler added, `{claim:id|words}` a claim. */
export function runs(text: string): readonly Run[] {
  return text.split(/(⟦[^⟧]*⟧|\{\+[^+]*\+\}|\{claim:[^}]*\})/).flatMap((piece): readonly Run[] => {
    if (piece === "") return [];
    if (piece.startsWith("⟦")) return [{ kind: "field", text: piece.slice(1, -1), id: piece.slice(1, -1) }];
    if (piece.startsWith("{+"))
      return runs(piece.slice(2, -2)).map((r) => ({ ...r, kind: r.kind === "field" ? "field" : "added" }));
    if (piece.startsWith("{claim:")) {
      const [id = "", words = ""] = piece.slice(7, -1).split("|");
      return [{ kind: "claim", text: words, id }];
    }
    return [{ kind: "author", text: piece, id: null }];
  });
}

export function wordings(...texts: readonly (string | readonly [when: string, text: string])[]): Wordings {
  const shown: readonly PacketWording[] = texts.map((text) =>
    typeof text === "string" ? { when: "", runs: runs(text) } : { when: text[0], runs: runs(text[1]) },
  );
  return { shown, total: shown.length, complete: true };
}

function outlet(
  part: OutletPart,
  language: string,
  said: Wordings,
  more: Partial<PacketOutlet> = {},
): PacketOutlet {
  return {
    part,
    name: null,
    language,
    arm: "a",
    ceiling: "scheduling",
    wordings: said,
    length: null,
    links: [],
    ...more,
  };
}

function gsm(characters: number): PacketLength {
  return { characters, parts: 1, encoding: "GSM-7", onePart: 160 };
}

function both(en: string, es: string): ByLanguage {
  return [
    { language: "en", text: en },
    { language: "es", text: es },
  ];
}

function mark(part: OutletPart, marks: string): Mark {
  return {
    part,
    printed: marks.includes("E"),
    influences: marks.includes("I"),
    selects: marks.includes("S"),
    blocked: marks.includes("!"),
  };
}

const BOOK = { url: "https://mplhealth.example/r", host: "mplhealth.example", action: "book_online" };
const CALL_ME = { url: "https://mplhealth.example/c", host: "mplhealth.example", action: "request_call" };
const UNSUBSCRIBE = { url: "https://mplhealth.example/stop", host: "mplhealth.example", action: null };

const SCRIPT: PacketScript = {
  id: "missed_visit",
  voice: "live",
  verify: ["full name", "date of birth"],
  ask: ["preferred_time", "preferred_channel", "contact_update"],
  record: ["outcome", "decline_reason", "heard_from_code"],
};

const OBJECTIONS = (
  [
    [
      "forgot",
      "That happens. I can help you find a new time today.",
      "No pasa nada. Puedo ayudarle a elegir otra hora hoy.",
    ],
    [
      "other_time",
      "We can look at early, late or video times.",
      "Podemos ver horas temprano, tarde o por video.",
    ],
    ["cost", "I can connect you with our billing office.", "Puedo comunicarle con la oficina de cobros."],
    [
      "declined",
      "Thank you for telling me. May I note the reason?",
      "Gracias por decirme. ¿Puedo anotar el motivo?",
    ],
  ] as const
).flatMap(([name, en, es]) => [
  outlet("phone.objection", "en", wordings(en), { name, ceiling: "clinical" }),
  outlet("phone.objection", "es", wordings(es), { name, ceiling: "clinical" }),
]);

const DAYS = ["mon", "tue", "wed", "thu", "fri"].map((day) => ({ day, opens: "08:00", closes: "17:00" }));

const SMS_EN = (greeting: string) =>
  `Maple Health: ${greeting} We missed you at your visit. Pick a new time: mplhealth.example/r or call ⟦clinic.phone⟧.{+ Reply STOP to opt out.+}`;
const SMS_ES = (greeting: string) =>
  `Maple Health: ${greeting} No pudimos verle en su visita. Otra hora: mplhealth.example/r o llame al ⟦clinic.phone⟧.{+ Responda STOP para salir.+}`;

const FOOTER_EN =
  "{+\n\n---\n\nMaple Health, 400 Oak Street, Springfield, IL 62701\n\n[Stop these emails](https://mplhealth.example/stop) · Dial 711 for relay. Ask us for an interpreter or other help with your visit.+}";
const FOOTER_ES =
  "{+\n\n---\n\nMaple Health, 400 Oak Street, Springfield, IL 62701\n\n[No recibir más correos](https://mplhealth.example/stop) · Marque 711 para el servicio de relevo. Pida un intérprete u otra ayuda.+}";

const EMAIL_EN = (greeting: string) =>
  `${greeting}\n\nWe missed you at your visit. We know plans change, and we are glad to help. Pick a new time that works for you.\n\n- [Book now](https://mplhealth.example/r)\n- [Ask us to call](https://mplhealth.example/c)\n\nYou can also call us at ⟦clinic.phone⟧.\n\n**Please bring**\n\n- A list of your medicines\n- Your insurance card\n\n{claim:visit_details_by_text|After you book, we send your visit time and place.}${FOOTER_EN}`;
const EMAIL_ES = (greeting: string) =>
  `${greeting}\n\nNo pudimos verle en su visita. Los planes cambian, y con gusto le ayudamos. Elija otra hora que le convenga.\n\n- [Reservar](https://mplhealth.example/r)\n- [Pida que le llamemos](https://mplhealth.example/c)\n\nTambién puede llamarnos al ⟦clinic.phone⟧.\n\n**Traiga, por favor**\n\n- Una lista de sus medicinas\n- Su tarjeta del seguro\n\n{claim:visit_details_by_text|Después de reservar, le enviamos la hora y el lugar.}${FOOTER_ES}`;

const NAMED = "the first name is known";
const UNNAMED = "the first name is not known";

export const MISSED_VISIT: PacketModel = {
  format: "recare.packet/1",
  identity: {
    organization: "Maple Health",
    sender: "Maple Health",
    emailFrom: "care@mplhealth.example",
    campaign: "missed-primary-care",
    title: "Missed primary care visit",
    file: "missed-primary-care.yaml",
    scenario: { id: "missed-appointment", about: "people who missed a visit" },
    goal: "visit completed within 30 days of the first message",
    lastResults: null,
    owner: { team: "north_scheduling", lead: "J. Alvarez" },
    languages: ["en", "es"],
    starts: null,
    ends: null,
    checkedOn: "2026-11-23",
  },
  build: {
    plan: "sha256:7d1f0c6ad0b5c3f2a4e98bb1d0c6a1f02e4b5c77a9d3e8f1b6c2d4e5f6a7b8c9",
    compiler: "0.1.0",
  },
  signatures: [
    {
      concern: "audience",
      roles: ["compliance"],
      digest: "sha256:19ac2f07b6e14d58a3c90f1e2d3b4a5968778695a4b3c2d1e0f9e8d7c6b5a493",
    },
    {
      concern: "copy",
      roles: ["clinical", "compliance"],
      digest: "sha256:9e38aa10f2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d",
    },
    {
      concern: "privacy",
      roles: ["privacy"],
      digest: "sha256:5b11cdd2e3f405162738495a6b7c8d9eafb0c1d2e3f405162738495a6b7c8d9e",
    },
    {
      concern: "timing",
      roles: ["compliance"],
      digest: "sha256:c0ffee112233445566778899aabbccddeeff00112233445566778899aabbccdd",
    },
    {
      concern: "operations",
      roles: ["operations"],
      digest: "sha256:0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9",
    },
  ],
  subjects: SUBJECTS,
  approvals: APPROVALS,
  since: SINCE,
  questions: [],
  findings: [
    {
      severity: "warning",
      code: "W104",
      rule: "reading-grade",
      message: "The email body reads at grade 6.4; this workspace asks for 6 at most.",
      remedy: 'Split the sentence that begins with "You can also", or say it with shorter words.',
      at: { file: "missed-primary-care.yaml", line: 53, column: 9 },
      witness: null,
      waiver: null,
      baselined: false,
    },
    {
      severity: "error",
      code: "W103",
      rule: "pressure",
      message: '"Last seats" is wording that presses the reader.',
      remedy: "Say what there is, without haste.",
      at: { file: "missed-primary-care.yaml", line: 61, column: 9 },
      witness: null,
      waiver: {
        standing: "in force",
        until: "2027-01-31",
        by: "@d.reyes",
        reason: "the name of a class for parents",
      },
      baselined: false,
    },
  ],
  pages: PAGES,
  steps: [
    {
      id: "text-1",
      channel: "sms",
      to: "patient",
      earliest: 1,
      latest: 1,
      wait: "1 day",
      onlyIf: null,
      offers: [],
      at: { file: "missed-primary-care.yaml", line: 37, column: 5 },
      outlets: [
        outlet(
          "sms.body",
          "en",
          wordings([NAMED, SMS_EN("Hi ⟦patient.first_name⟧.")], [UNNAMED, SMS_EN("Hello.")]),
          {
            length: gsm(149),
            links: [BOOK],
          },
        ),
        outlet(
          "sms.body",
          "es",
          wordings([NAMED, SMS_ES("Hola ⟦patient.first_name⟧.")], [UNNAMED, SMS_ES("Hola.")]),
          {
            length: gsm(158),
            links: [BOOK],
          },
        ),
      ],
      script: null,
    },
    {
      id: "email-1",
      channel: "email",
      to: "patient",
      earliest: 4,
      latest: 4,
      wait: "3 days",
      onlyIf: null,
      offers: [],
      at: { file: "missed-primary-care.yaml", line: 48, column: 5 },
      outlets: [
        outlet("email.sender", "en", wordings("Maple Health"), { ceiling: "public" }),
        outlet("email.sender", "es", wordings("Maple Health"), { ceiling: "public" }),
        outlet("email.subject", "en", wordings("A new time for your visit")),
        outlet("email.subject", "en", wordings("Pick a new visit time"), { arm: "b" }),
        outlet("email.subject", "es", wordings("Una nueva hora para su visita")),
        outlet("email.subject", "es", wordings("Elija una nueva hora"), { arm: "b" }),
        outlet("email.preheader", "en", wordings("Pick a time or ask us to call you.")),
        outlet("email.preheader", "es", wordings("Elija una hora o pida que le llamemos.")),
        outlet(
          "email.body",
          "en",
          wordings([NAMED, EMAIL_EN("Hi ⟦patient.first_name⟧.")], [UNNAMED, EMAIL_EN("Hello.")]),
          {
            links: [BOOK, CALL_ME, UNSUBSCRIBE],
          },
        ),
        outlet(
          "email.body",
          "es",
          wordings([NAMED, EMAIL_ES("Hola ⟦patient.first_name⟧.")], [UNNAMED, EMAIL_ES("Hola.")]),
          {
            links: [BOOK, CALL_ME, UNSUBSCRIBE],
          },
        ),
      ],
      script: null,
    },
    {
      id: "call-1",
      channel: "phone",
      to: "patient",
      earliest: 8,
      latest: 8,
      wait: "4 days",
      onlyIf: null,
      offers: [
        {
          id: "telehealth_visit",
          label: both("a video visit", "una visita por video"),
          when: "clinic.telehealth",
        },
        { id: "earlier_time", label: both("an earlier time", "una hora más temprana"), when: null },
      ],
      at: { file: "missed-primary-care.yaml", line: 78, column: 5 },
      outlets: [
        outlet(
          "phone.opening",
          "en",
          wordings("Hello, this is ⟦caller⟧ from Maple Health. May I speak with ⟦patient.first_name⟧?"),
        ),
        outlet(
          "phone.opening",
          "es",
          wordings("Hola, le habla ⟦caller⟧ de Maple Health. ¿Puedo hablar con ⟦patient.first_name⟧?"),
        ),
        outlet(
          "phone.third_party",
          "en",
          wordings("Please ask them to call us at ⟦clinic.phone⟧. Thank you."),
          { ceiling: "public" },
        ),
        outlet(
          "phone.third_party",
          "es",
          wordings("Por favor, pida que nos llame al ⟦clinic.phone⟧. Gracias."),
          { ceiling: "public" },
        ),
        outlet(
          "phone.voicemail",
          "en",
          wordings("This is ⟦caller⟧ from Maple Health. Please call us at ⟦clinic.phone⟧."),
          { ceiling: "public" },
        ),
        outlet(
          "phone.voicemail",
          "es",
          wordings("Le habla ⟦caller⟧ de Maple Health. Por favor, llámenos al ⟦clinic.phone⟧."),
          { ceiling: "public" },
        ),
        outlet(
          "phone.verified",
          "en",
          wordings("I am calling to help set up a new visit time. Is now a good moment?"),
          { ceiling: "clinical" },
        ),
        outlet(
          "phone.verified",
          "es",
          wordings("Llamo para ayudarle a elegir otra hora para su visita. ¿Es un buen momento?"),
          { ceiling: "clinical" },
        ),
        ...OBJECTIONS,
        outlet(
          "phone.clinical_question",
          "en",
          wordings("I am not able to answer medical questions. I will connect you with a nurse now."),
          { ceiling: "clinical" },
        ),
        outlet(
          "phone.clinical_question",
          "es",
          wordings("No puedo responder preguntas médicas. Le comunico ahora con una enfermera."),
          { ceiling: "clinical" },
        ),
      ],
      script: SCRIPT,
    },
    {
      id: "letter-1",
      channel: "letter",
      to: "patient",
      earliest: 15,
      latest: 15,
      wait: "7 days",
      onlyIf: "the preferred channel is letter",
      offers: [],
      at: { file: "missed-primary-care.yaml", line: 86, column: 5 },
      outlets: [
        outlet("letter.envelope", "en", wordings("{+Maple Health\n400 Oak Street, Springfield, IL 62701+}"), {
          ceiling: "public",
        }),
        outlet("letter.envelope", "es", wordings("{+Maple Health\n400 Oak Street, Springfield, IL 62701+}"), {
          ceiling: "public",
        }),
        outlet(
          "letter.body",
          "en",
          wordings(
            "Hi ⟦patient.first_name⟧.\n\nWe missed you at your visit. Pick a new time that works for you.\n\n- Book now: mplhealth.example/r\n- Ask us to call: mplhealth.example/c\n\nYou can also call us at ⟦clinic.phone⟧.{+\n\nDial 711 for relay. Ask us for an interpreter or other help with your visit.+}",
          ),
          { links: [BOOK, CALL_ME] },
        ),
        outlet(
          "letter.body",
          "es",
          wordings(
            "Hola ⟦patient.first_name⟧.\n\nNo pudimos verle en su visita. Elija otra hora que le convenga.\n\n- Reservar: mplhealth.example/r\n- Pida que le llamemos: mplhealth.example/c\n\nTambién puede llamarnos al ⟦clinic.phone⟧.{+\n\nMarque 711 para el servicio de relevo. Pida un intérprete u otra ayuda.+}",
          ),
          { links: [BOOK, CALL_ME] },
        ),
      ],
      script: null,
    },
  ],
  test: { step: "email-1", change: "subject", winner: "visit completed" },
  timing: {
    opens: "09:00",
    closes: "19:00",
    days: ["mon", "tue", "wed", "thu", "fri", "sat"],
    clock: "patient",
    skipsHolidays: true,
    perDay: 1,
    perWeek: 3,
    pacePerDay: null,
    holdoutPercent: 10,
    reEnter: "after the goal window",
    priority: 0,
    stops: ["a later visit of the same type is booked", "the patient opts out", "the patient declines"],
    pauses: ["the patient replied", "a task is open"],
  },
  audience: {
    anchor: "visit",
    include: [
      "the visit status is missed",
      "the visit type is primary-care or annual-exam",
      "the visit date was 1 to 14 days ago",
    ],
    exclude: ["the visit was rebooked", "the patient moved care", "the patient is in hospice"],
    segments: [
      {
        id: "recent",
        when: "the visit date was at most 7 days ago",
        owner: null,
        firstContact: "1 day",
        success: null,
      },
      { id: "later", when: null, owner: "care_coordination", firstContact: null, success: null },
    ],
    chosenBy: null,
    others: null,
    caregiver: null,
    waterfall: WATERFALL,
    boundary: [
      {
        condition: "the visit date was 1 to 14 days ago",
        people: [
          { field: "visit.date", where: "today", verdict: "out" },
          { field: "visit.date", where: "1 day ago", verdict: "in" },
          { field: "visit.date", where: "14 days ago", verdict: "in" },
          { field: "visit.date", where: "15 days ago", verdict: "out" },
          { field: "visit.date", where: "not known", verdict: "out: unknown" },
        ],
        more: 0,
      },
      {
        condition: "the visit was rebooked",
        people: [
          { field: "visit.rebooked", where: "yes", verdict: "out" },
          { field: "visit.rebooked", where: "no", verdict: "in" },
          { field: "visit.rebooked", where: "not known", verdict: "out: unknown" },
        ],
        more: 3,
      },
    ],
  },
  exposure: {
    parts: (
      [
        ["sms.body", "scheduling"],
        ["email.sender", "public"],
        ["email.subject", "scheduling"],
        ["email.preheader", "scheduling"],
        ["email.body", "scheduling"],
        ["phone.opening", "scheduling"],
        ["phone.third_party", "public"],
        ["phone.voicemail", "public"],
        ["phone.verified", "clinical"],
        ["letter.envelope", "public"],
        ["letter.body", "scheduling"],
      ] as const satisfies readonly (readonly [OutletPart, FieldClass])[]
    ).map(([part, ceiling]) => ({ part, ceiling })),
    fields: [
      {
        path: "clinic.phone",
        class: "public",
        type: "phone",
        from: "locations",
        marks: [
          mark("sms.body", "E"),
          mark("email.body", "E"),
          mark("phone.third_party", "E"),
          mark("phone.voicemail", "E"),
          mark("letter.body", "E"),
        ],
        readFor: ["messages"],
      },
      {
        path: "clinic.telehealth",
        class: "public",
        type: "yes-no",
        from: "locations",
        marks: [mark("phone.verified", "I")],
        readFor: ["offers"],
      },
      {
        path: "patient.first_name",
        class: "contact",
        type: "name",
        from: "roster",
        marks: [
          mark("sms.body", "EI"),
          mark("email.body", "EI"),
          mark("phone.opening", "E"),
          mark("letter.body", "E"),
        ],
        readFor: ["messages"],
      },
      {
        path: "patient.moved_care",
        class: "scheduling",
        type: "yes-no",
        from: "roster",
        marks: [],
        readFor: ["exclude"],
      },
      {
        path: "visit.date",
        class: "scheduling",
        type: "date",
        from: "roster",
        marks: [
          mark("sms.body", "S"),
          mark("email.body", "S"),
          mark("email.subject", "S"),
          mark("phone.opening", "S"),
          mark("letter.body", "S"),
        ],
        readFor: ["include", "segments"],
      },
      {
        path: "visit.rebooked",
        class: "scheduling",
        type: "yes-no",
        from: "roster",
        marks: [],
        readFor: ["exclude", "stop"],
      },
      {
        path: "visit.status",
        class: "scheduling",
        type: "one-of",
        from: "roster",
        marks: [mark("sms.body", "S"), mark("email.body", "S"), mark("letter.body", "S")],
        readFor: ["include"],
      },
      {
        path: "visit.type",
        class: "scheduling",
        type: "one-of",
        from: "roster",
        marks: [mark("sms.body", "S"), mark("email.body", "S"), mark("letter.body", "S")],
        readFor: ["include"],
      },
      {
        path: "patient.hospice",
        class: "restricted",
        type: "yes-no",
        from: "roster",
        marks: [],
        readFor: ["exclude"],
      },
    ],
  },
  claims: [
    {
      id: "visit_details_by_text",
      kind: "process",
      text: both(
        "After you book, we send your visit time and place.",
        "Después de reservar, le enviamos la hora y el lugar.",
      ),
      evidence: {
        file: "evidence/scheduling-handbook.md",
        section: "Confirmations",
        sha256: "4be0c1e6a7f1d2ac11c7f1a2d7be50adf0d9a2b63f0b7f5e0b2dd2f16e2f33aa",
      },
      approved: { by: "J. Alvarez", role: "operations", on: "2026-10-15" },
      from: "2026-10-15",
      until: "2027-10-15",
      standing: "valid",
      usedIn: ["email-1"],
    },
  ],
  answering: {
    replies: [
      { kind: "booked", does: "confirm the visit", who: "north_scheduling", within: "4 hours", next: null },
      {
        kind: "wants_a_call",
        does: "call back",
        who: "north_scheduling",
        within: "1 business day",
        next: "north_scheduling.lead",
      },
      {
        kind: "clinical_question",
        does: "warm transfer",
        who: "nurse_triage",
        within: "30 minutes",
        next: null,
      },
      { kind: "urgent_words", does: "hand off now", who: "nurse_triage", within: "5 minutes", next: null },
      {
        kind: "declined",
        does: "record the reason",
        who: "north_scheduling",
        within: "1 business day",
        next: null,
      },
      {
        kind: "wrong_person",
        does: "stop and correct the record",
        who: "records",
        within: "1 business day",
        next: null,
      },
      { kind: "stop", does: "opt out", who: "system", within: "at once", next: null },
    ],
    urgent: "nurse_triage",
    teams: [
      {
        id: "north_scheduling",
        lead: "J. Alvarez",
        clinical: false,
        callsADay: 40,
        bookingsADay: 60,
        trainedOn: "2026-09-01",
        hours: DAYS,
      },
      {
        id: "nurse_triage",
        lead: "K. Osei",
        clinical: true,
        callsADay: 80,
        bookingsADay: null,
        trainedOn: "2026-08-15",
        hours: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => ({
          day,
          opens: "00:00",
          closes: "24:00",
        })),
      },
      {
        id: "records",
        lead: "T. Novak",
        clinical: false,
        callsADay: null,
        bookingsADay: null,
        trainedOn: null,
        hours: DAYS,
      },
    ],
    clinics: [
      {
        id: "maple_north",
        name: "Maple Health North",
        phone: "+1 217 555 0142",
        nurseLine: "+1 217 555 0143",
        timeZone: "America/Chicago",
        hours: [...DAYS, { day: "sat", opens: "09:00", closes: "12:00" }],
      },
    ],
  },
  simulation: SIMULATION,
  reach: REACH,
  launch: LAUNCH,
  statements: [
    { about: "Consent basis", says: "prior-express", ground: "stated" },
    { about: "Consent wording", says: "intake-form-v7", ground: "stated" },
    { about: "Consent for text messages", says: "opt-in", ground: "stated" },
    { about: "Funding", says: "none", ground: "stated" },
    {
      about: "Vendor for text messages",
      says: "Maple messaging gateway, agreement BAA-2026-014",
      ground: "stated",
    },
    { about: "Sender registration", says: "10DLC-C7Q4M2", ground: "stated" },
    { about: "Retention", says: null, ground: "stated" },
    {
      about: "Evidence evidence/scheduling-handbook.md",
      says: "read, and its digest taken",
      ground: "measured",
    },
    {
      about: "Claim visit_details_by_text",
      says: "approved by J. Alvarez (operations) on 2026-10-15",
      ground: "signed",
    },
  ],
  checklists: [
    {
      role: "clinical",
      asks: [
        "Every wording on this page is medically accurate.",
        "No wording alarms, blames or promises a result.",
        "The urgent route is the right one.",
      ],
    },
    {
      role: "compliance",
      asks: ["The consent basis fits each channel.", "Nobody is contacted more often than the limits say."],
    },
    {
      role: "privacy",
      asks: [
        "A stranger who sees the phone's screen learns nothing about health.",
        "Every field that is read is needed.",
      ],
    },
    { role: "operations", asks: ["Each team can answer within the time that is promised here."] },
  ],
  limits: [
    "Which fields reach which channel, and how long a text can be, is proved for every possible rendering.",
    "Wording was checked against stated lists; a harmful phrase that no list holds is not found.",
    "Whether a text is true, kind and understood was not checked; the named roles are asked.",
  ],
};

const BLOCKED: PacketFinding = {
  severity: "error",
  code: "P102",
  rule: "field-above-channel",
  message: "patient.hospice is restricted and decides which words the text message prints.",
  remedy: "Take the condition out of the text, or exclude these people in the audience.",
  at: { file: "results-follow-up.yaml", line: 44, column: 12 },
  witness: {
    text: "Maple Health: Hi Ana. We are here for you and your family.",
    when: "when patient.hospice is yes",
  },
  waiver: null,
  baselined: false,
};

/** Cannot be built, chosen by a clinical field, over every channel but letter; a bounded list of wordings. */
export const RESULTS: PacketModel = {
  ...MISSED_VISIT,
  identity: {
    ...MISSED_VISIT.identity,
    campaign: "results-follow-up",
    title: "Visit to review results",
    file: "results-follow-up.yaml",
    scenario: { id: "results-follow-up", about: "people with a result to go over" },
    goal: "visit completed within 21 days of the first message",
    lastResults: null,
    owner: { team: "care_coordination", lead: "M. Chen" },
    languages: ["en"],
  },
  build: null,
  simulation: null,
  reach: null,
  signatures: MISSED_VISIT.signatures.map((signature) => ({ ...signature, digest: null })),
  subjects: [],
  approvals: [],
  since: null,
  pages: [],
  questions: [
    {
      text: "Is each text just as true for somebody who was not chosen by result.released_on and result.urgency?",
      roles: ["privacy", "clinical"],
      concern: "privacy",
      rule: "selected-by-clinical-field",
    },
  ],
  findings: [BLOCKED, ...MISSED_VISIT.findings],
  test: null,
  steps: [
    {
      id: "portal-1",
      channel: "portal",
      to: "patient",
      earliest: 0,
      latest: 0,
      wait: null,
      onlyIf: null,
      offers: [],
      at: { file: "results-follow-up.yaml", line: 32, column: 5 },
      outlets: [
        outlet("portal.title", "en", wordings("A visit with your care team")),
        outlet(
          "portal.body",
          "en",
          wordings(
            "Hi ⟦patient.first_name⟧.\n\nYour care team would like to set up a visit with you. This visit is to go over your recent results and plan next steps. {claim:clinician_explains|A clinician will go over your results with you and answer questions.}\n\nChoose a time, or ask us to call you.\n\n- [Book your visit](https://mplhealth.example/f)\n- [Ask us to call](https://mplhealth.example/c)\n\nIf you feel worse or it cannot wait, call the nurse line at ⟦clinic.nurse_line⟧. In an emergency, call 911.",
          ),
          { ceiling: "clinical", links: [CALL_ME] },
        ),
      ],
      script: null,
    },
    {
      id: "text-1",
      channel: "sms",
      to: "patient",
      earliest: 3,
      latest: 5,
      wait: "3 business days",
      onlyIf: null,
      offers: [],
      at: { file: "results-follow-up.yaml", line: 42, column: 5 },
      outlets: [
        outlet(
          "sms.body",
          "en",
          {
            ...wordings(
              ...Array.from({ length: 12 }, (_, i): readonly [string, string] => [
                `the clinic is number ${i + 1}`,
                `Maple Health: Hi ⟦patient.first_name⟧. Your care team would like to set up visit ${i + 1} with you. mplhealth.example/f or call ⟦clinic.phone⟧.{+ Reply STOP to opt out.+}`,
              ]),
            ),
            total: 96,
            complete: false,
          },
          { length: { characters: null, parts: null, encoding: "UCS-2", onePart: 70 }, links: [BOOK] },
        ),
      ],
      script: null,
    },
    ...MISSED_VISIT.steps
      .filter((step) => step.channel === "phone")
      .map((step) => ({ ...step, earliest: 9, latest: 9 })),
  ],
  audience: {
    ...MISSED_VISIT.audience,
    anchor: "result",
    segments: [],
    chosenBy: {
      fields: ["result.released_on", "result.urgency"],
      because: "Only people with a released, routine result are invited by message.",
    },
    others: "nurse_triage",
    boundary: [],
    waterfall: null,
  },
  exposure: {
    ...MISSED_VISIT.exposure,
    fields: [
      ...MISSED_VISIT.exposure.fields,
      {
        path: "patient.unlisted",
        class: null,
        type: null,
        from: null,
        marks: [mark("sms.body", "EI!")],
        readFor: ["messages"],
      },
    ],
  },
  claims: [],
};
