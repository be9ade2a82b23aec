import { afterAll, describe, expect, it } from "vitest";
import { type Concern, subjectName, subjectsOf } from "../../src/plan/index.ts";
import {
  APPROVAL_NAMESPACE,
  type ApprovalStatement,
  questionsOf,
  type SignedFile,
  STATEMENT_TYPE,
  statementBytes,
  statementPath,
  trustOf,
  type Verdict,
  verdicts,
} from "../../src/review/index.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";
import { hasSshKeygen, Keyring } from "./ssh-keygen.ts";

const NOW = Date.parse("2026-11-25T12:00:00Z");
const PEOPLE = {
  clinical: "dana@clinic.example",
  compliance: "lee@clinic.example",
  privacy: "pia@clinic.example",
  operations: "omar@clinic.example",
  legal: "lou@clinic.example",
  translation: "tom@clinic.example",
} as const;
type Role = keyof typeof PEOPLE;

const [base] = compileTexts(BASE.files).plans;
if (base === undefined) throw new Error("the base workspace gives no plan");

/** What `required.yaml` and the plan's own questions ask for, in the order in which a verdict lists it. */
const NEEDED: readonly (readonly [Concern, string | null, Role])[] = subjectsOf(base.plan).flatMap(
  (subject) => {
    const usual: Readonly<Record<Concern, readonly Role[]>> = {
      audience: ["compliance"],
      copy: subject.language === "es" ? ["translation"] : ["clinical", "compliance"],
      privacy: ["privacy"],
      timing: ["compliance"],
      operations: ["operations"],
    };
    const asked = questionsOf(subject, base.plan).map(({ role }) => role);
    const roles = [...new Set([...usual[subject.concern], ...asked])].sort();
    return roles.map((role) => [subject.concern, subject.language, role] as const);
  },
);
/** `copy/es/translation`. */
const named = ([concern, language, role]: (typeof NEEDED)[number]) =>
  `${subjectName({ concern, language })}/${role}`;

const ring = hasSshKeygen ? new Keyring() : undefined;
afterAll(() => ring?.close());

/** Public halves, made once: every person has a key, and so has Mallory, whom nobody knows. */
const keys = new Map(
  [...Object.values(PEOPLE), "mallory@clinic.example", "ci@clinic.example"].map((name) => [
    name,
    ring?.make(name) ?? "",
  ]),
);

const REQUIRED = "required:\n  copy:\n    - clinical\n    - compliance\n";
const ROLES = `roles:\n${Object.entries(PEOPLE)
  .map(([role, name]) => `  ${role}:\n    - ${name}\n`)
  .join("")}`;
const SIGNERS = Object.values(PEOPLE)
  .map((name) => `${name} namespaces="${APPROVAL_NAMESPACE}" ${keys.get(name)}\n`)
  .join("");

const trusted = { "roles.yaml": ROLES, "required.yaml": REQUIRED, allowed_signers: SIGNERS };

function trust(files: Readonly<Record<string, string>> = {}) {
  const all = { ...trusted, ...files };
  return trustOf(Object.entries(all).map(([name, text]) => ({ path: `trust/${name}`, text })));
}

function statement(concern: Concern, role: Role, more: Partial<ApprovalStatement> = {}): ApprovalStatement {
  const language = concern === "copy" ? (role === "translation" ? "es" : "en") : null;
  const subject = { concern, language: more.language === undefined ? language : more.language };
  const digests = base?.subjects.find((one) => subjectName(one) === subjectName(subject));
  return {
    type: STATEMENT_TYPE,
    organisation: "maple-health",
    campaign: "missed-visit",
    ...subject,
    digest: digests?.digest ?? "",
    meaning: "approved",
    role,
    signer: PEOPLE[role],
    name: "Dana Reyes MD",
    signedAt: "2026-11-23T07:00:00Z",
    expiresAt: "2027-11-23T00:00:00Z",
    questions: base === undefined ? [] : questionsOf(subject, base.plan, role).map(({ text }) => text),
    packet: `sha256:${"0".repeat(64)}`,
    review: null,
    comment: "",
    ...more,
  };
}

function signed(
  value: ApprovalStatement,
  by: string = value.signer,
  purpose = APPROVAL_NAMESPACE,
): SignedFile {
  const bytes = statementBytes(value);
  return { path: statementPath(value), bytes, signature: ring?.sign(by, purpose, bytes) ?? "" };
}

const ALL = ring === undefined ? [] : NEEDED.map(([concern, , role]) => signed(statement(concern, role)));

interface Given {
  readonly files?: readonly SignedFile[];
  readonly refusals?: readonly SignedFile[];
  readonly earlier?: readonly SignedFile[];
  readonly workspace?: ReadonlyMap<string, string>;
  readonly trust?: Readonly<Record<string, string>>;
  readonly authors?: readonly string[] | undefined;
  readonly organisation?: string;
  readonly now?: number;
}

function verdict(given: Given = {}): Verdict {
  const { plans } = given.workspace === undefined ? { plans: [base] } : compileTexts(given.workspace);
  const authors = "authors" in given ? given.authors : ["mark@clinic.example"];
  const [own] = verdicts(
    plans.flatMap((plan) => (plan === undefined ? [] : [plan])),
    { files: given.files ?? ALL, refusals: given.refusals ?? [], earlier: given.earlier ?? [] },
    {
      trust: trust(given.trust).value,
      organisation: given.organisation ?? "maple-health",
      authors: authors && new Set(authors),
      now: given.now ?? NOW,
    },
  ).verdicts;
  if (own === undefined) throw new Error("no plan to judge");
  return own;
}

/** `copy/clinical: stale`, for every sign-off that is not valid. */
function missing(given: Given): readonly string[] {
  return verdict(given)
    .signoffs.filter(({ standing }) => standing !== "valid")
    .map(
      ({ concern, language, role, standing }) => `${subjectName({ concern, language })}/${role}: ${standing}`,
    );
}

/** All approvals, with the clinical one for copy replaced. */
const withCopy = (...files: readonly SignedFile[]) => [
  ...ALL.filter(({ path }) => !path.includes("copy.en.clinical")),
  ...files,
];

const edited = (edit: string) => applyEdit(BASE.files, edit);
const copy = statement("copy", "clinical");
const REWORDED = "-    en: We missed you at your visit.\n+    en: We missed you at your last visit.";

describe.skipIf(ring === undefined)("approvals", () => {
  it("approve what they were signed for", () => {
    expect(verdict()).toMatchObject({ approved: true, objections: [] });
  });

  it("need every role of every concern", () => {
    expect(missing({ files: [] })).toEqual(NEEDED.map((one) => `${named(one)}: needed`));
    for (const [left, file] of ALL.entries()) {
      const rest = ALL.filter((other) => other !== file);
      expect(missing({ files: rest })).toEqual([`${named(NEEDED[left] ?? ["copy", null, "legal"])}: needed`]);
    }
  });

  it("of other concerns stay, whatever changes in one", () => {
    expect(missing({ workspace: edited(" channel: email\n-wait: 3 days\n+wait: 4 days") })).toEqual([
      "timing/compliance: stale",
    ]);
  });

  it("of a review on the forge stand where the organisation accepts them, and say what they are", () => {
    const given = {
      files: withCopy(signed(FORGE, CI)),
      trust: { "required.yaml": `${REQUIRED}${ACCEPTS.replace("operations", "copy")}`, ...CI_SIGNS },
    };
    expect(missing(given)).toEqual([]);
    const grades = verdict(given).signoffs.map(({ grade }) => grade);
    expect(grades.filter((grade) => grade === "forge")).toHaveLength(1);
  });

  it("of other languages stay, whatever changes in a translation", () => {
    const changed = edited("-      es: Una nueva hora para su visita\n+      es: Otra hora para su visita");
    expect(missing({ workspace: changed })).toEqual(["copy/es/translation: stale"]);
  });

  it("whoever answers a question about a concern signs it too", () => {
    const chosen = edited(
      " owner: north_scheduling\n+chosen_by:\n+  - visit.reason\n+because: People who came for a check-up are asked back.\n=\n   include:\n+    - visit.reason is check-up",
    );
    expect(missing({ workspace: chosen })).toContain("privacy/clinical: needed");
  });
});

const COPY = ["copy/en/clinical: forged"];

const CI = "ci@clinic.example";
const GITHUB = {
  forge: "github",
  id: 4711,
  account: "dreyes",
  commit: "0".repeat(40),
  importedBy: CI,
} as const;
const FORGE: ApprovalStatement = { ...copy, review: GITHUB };
const ACCEPTS = `forge_reviews:\n  accept: [operations]\n  imported_by: ${CI}\n`;
const CI_SIGNS = {
  "roles.yaml": `${ROLES}accounts:\n  dreyes: ${copy.signer}\n`,
  allowed_signers: `${SIGNERS}${CI} namespaces="${APPROVAL_NAMESPACE}" ${keys.get(CI)}\n`,
};

/** Every sign-off of this concern, in one standing. */
const all = (concern: Concern, standing: string) =>
  NEEDED.filter(([name]) => name === concern).map((one) => `${named(one)}: ${standing}`);
/** Every sign-off of copy in English. */
const english = (standing: string) =>
  NEEDED.filter(([, language]) => language === "en").map((one) => `${named(one)}: ${standing}`);

/** What somebody might do to have a campaign run that nobody approved. */
const ATTACKS: readonly (readonly [string, () => readonly string[], readonly string[]])[] = [
  [
    "an approval without a signature",
    () => missing({ files: withCopy({ ...signed(copy), signature: undefined }) }),
    COPY,
  ],
  [
    "an approval signed with one's own key in another's name",
    () => missing({ files: withCopy(signed(copy, "mallory@clinic.example")) }),
    COPY,
  ],
  [
    "a known signer in another's name",
    () => missing({ files: withCopy(signed(copy, PEOPLE.compliance)) }),
    COPY,
  ],
  [
    "a known signer without the role",
    () => missing({ files: withCopy(signed({ ...copy, signer: PEOPLE.operations })) }),
    ["copy/en/clinical: wrong role"],
  ],
  [
    "a signature made for a git commit",
    () => missing({ files: withCopy(signed(copy, copy.signer, "git")) }),
    COPY,
  ],
  [
    "a signature of another statement",
    () =>
      missing({
        files: withCopy({ ...signed(copy), signature: signed(statement("timing", "compliance")).signature }),
      }),
    COPY,
  ],
  [
    "an edited statement",
    () => {
      const file = signed({ ...copy, campaign: "lapsed-care" });
      const bytes = Buffer.from(file.bytes.toString().replace("lapsed-care", "missed-visit"));
      return missing({ files: withCopy({ ...file, bytes }) });
    },
    COPY,
  ],
  [
    "a key that stands twice",
    () => {
      const bytes = Buffer.from(
        statementBytes(copy).toString().replace('"comment":""', '"comment":"","comment":""'),
      );
      return missing({
        files: withCopy({
          path: "approvals/x.json",
          bytes,
          signature: ring?.sign(copy.signer, APPROVAL_NAMESPACE, bytes),
        }),
      });
    },
    ["copy/en/clinical: needed"],
  ],
  [
    "bytes after the end",
    () => {
      const bytes = Buffer.concat([statementBytes(copy), Buffer.from("\n")]);
      return missing({
        files: withCopy({
          path: "approvals/x.json",
          bytes,
          signature: ring?.sign(copy.signer, APPROVAL_NAMESPACE, bytes),
        }),
      });
    },
    ["copy/en/clinical: needed"],
  ],
  [
    "a key that no statement has",
    () => {
      const bytes = Buffer.from(statementBytes(copy).toString().replace("{", '{"also":"audience",'));
      return missing({
        files: withCopy({
          path: "approvals/x.json",
          bytes,
          signature: ring?.sign(copy.signer, APPROVAL_NAMESPACE, bytes),
        }),
      });
    },
    ["copy/en/clinical: needed"],
  ],
  [
    "an approval of another campaign",
    () => missing({ files: withCopy(signed({ ...copy, campaign: "lapsed-care" })) }),
    ["copy/en/clinical: needed"],
  ],
  [
    "an approval of another organisation",
    () => missing({ files: withCopy(signed({ ...copy, organisation: "other-clinic" })) }),
    ["copy/en/clinical: wrong campaign"],
  ],
  [
    "an approval of another concern with the digest of this one",
    () => missing({ files: withCopy(signed({ ...statement("audience", "clinical"), digest: copy.digest })) }),
    ["copy/en/clinical: needed"],
  ],
  [
    "an approval of another language with the digest of this one",
    () => missing({ files: withCopy(signed({ ...copy, language: "es" })) }),
    ["copy/en/clinical: needed"],
  ],
  [
    "an approval of copy as a whole, which nobody signs",
    () => missing({ files: withCopy(signed({ ...copy, digest: base?.concerns.copy ?? "" })) }),
    ["copy/en/clinical: stale"],
  ],
  [
    "an approval that leaves out a question",
    () => {
      const answered = statement("copy", "compliance");
      if (answered.questions.length === 0) throw new Error("compliance is asked nothing about copy");
      const rest = ALL.filter(({ path }) => !path.includes("copy.en.compliance"));
      return missing({ files: [...rest, signed({ ...answered, questions: answered.questions.slice(1) })] });
    },
    ["copy/en/compliance: forged"],
  ],
  [
    "a review on the forge where a signature is needed",
    () =>
      missing({
        files: withCopy(signed(FORGE, CI)),
        trust: { "required.yaml": `${REQUIRED}${ACCEPTS}`, ...CI_SIGNS },
      }),
    ["copy/en/clinical: wrong grade"],
  ],
  [
    "a review on the forge that its reviewer imports",
    () =>
      missing({
        files: withCopy(signed({ ...FORGE, review: { ...GITHUB, importedBy: copy.signer } }, copy.signer)),
        trust: { "required.yaml": `${REQUIRED}${ACCEPTS.replace("operations", "copy")}`, ...CI_SIGNS },
      }),
    ["copy/en/clinical: forged"],
  ],
  [
    "a review on the forge by somebody else's account",
    () =>
      missing({
        files: withCopy(signed({ ...FORGE, review: { ...GITHUB, account: "mallory" } }, CI)),
        trust: { "required.yaml": `${REQUIRED}${ACCEPTS.replace("operations", "copy")}`, ...CI_SIGNS },
      }),
    ["copy/en/clinical: forged"],
  ],
  [
    "a rejection that the change deletes",
    () => missing({ refusals: [signed(statement("copy", "compliance", { meaning: "rejected" }))] }),
    english("rejected"),
  ],
  [
    "an approval that only the trusted revision holds",
    () => missing({ files: withCopy(), refusals: [signed(copy)], earlier: [signed(copy)] }),
    ["copy/en/clinical: needed"],
  ],
  [
    "a rejection of somebody who is called an author",
    () =>
      missing({
        authors: [PEOPLE.legal],
        trust: { "roles.yaml": `${ROLES}` },
        files: [...ALL, signed({ ...copy, role: "legal", signer: PEOPLE.legal, meaning: "rejected" })],
      }),
    english("rejected"),
  ],
  [
    "wording that changed after it was signed",
    () => missing({ workspace: edited(REWORDED) }),
    all("copy", "stale"),
  ],
  [
    "a shared phrase that changed after it was signed",
    () =>
      missing({
        workspace: edited(
          "library/phrases.yaml:\n-    en: This is {{ caller }} from {{ sender }}. Please call us at {{ clinic.phone }}.\n+    en: This is {{ caller }} from {{ sender }}. Please call us back at {{ clinic.phone }}.",
        ),
      }),
    all("copy", "stale"),
  ],
  [
    "an approval that expired",
    () => missing({ files: withCopy(signed({ ...copy, expiresAt: "2026-11-24T00:00:00Z" })) }),
    ["copy/en/clinical: expired"],
  ],
  [
    "an approval from the future",
    () => missing({ files: withCopy(signed({ ...copy, signedAt: "2026-12-24T00:00:00Z" })) }),
    COPY,
  ],
  [
    "an approval dated before the key counted",
    () =>
      missing({
        trust: {
          allowed_signers: SIGNERS.replace(`${copy.signer} `, `${copy.signer} valid-after="20261124Z",`),
        },
      }),
    COPY,
  ],
  [
    "a key that expired before the approval",
    () =>
      missing({
        trust: {
          allowed_signers: SIGNERS.replace(`${copy.signer} `, `${copy.signer} valid-before="20261101Z",`),
        },
      }),
    COPY,
  ],
  [
    "a key that counts for commits only",
    () =>
      missing({
        trust: {
          allowed_signers: SIGNERS.replace(
            `${copy.signer} namespaces="${APPROVAL_NAMESPACE}"`,
            `${copy.signer} namespaces="git"`,
          ),
        },
      }),
    COPY,
  ],
  [
    "a key that was revoked, however long ago it signed",
    () => {
      const line = keys.get(copy.signer) ?? "";
      const [signer] = trust().value.signers.filter(({ key }) => line.endsWith(key.blob.toString("base64")));
      return missing({ trust: { revoked: `# lost\n${signer?.key.fingerprint} lost laptop\n` } });
    },
    ["copy/en/clinical: revoked"],
  ],
  [
    "a person who no longer holds the role",
    () => missing({ trust: { "roles.yaml": ROLES.replace(copy.signer, "nobody@clinic.example") } }),
    ["copy/en/clinical: wrong role"],
  ],
  [
    "an author's approval of the own work",
    () => missing({ authors: [copy.signer] }),
    ["copy/en/clinical: self-approval"],
  ],
  [
    "an agency that approves",
    () => missing({ trust: { "roles.yaml": `${ROLES}never_approve:\n  - ${copy.signer}\n` } }),
    ["copy/en/clinical: wrong role"],
  ],
  [
    "a rejection that is left out of sight by a later approval",
    () =>
      missing({
        files: [
          ...ALL,
          signed(statement("copy", "compliance", { meaning: "rejected", signedAt: "2026-11-22T07:00:00Z" })),
        ],
      }),
    english("rejected"),
  ],
  [
    "an approval that was withdrawn",
    () =>
      missing({
        files: [...ALL, { ...signed({ ...copy, meaning: "withdrawn" }), path: "approvals/w.json" }],
      }),
    ["copy/en/clinical: withdrawn"],
  ],
  [
    "content that a later approval replaced, where the organisation does not go back",
    () =>
      missing({
        files: [
          ...ALL,
          {
            ...signed({ ...copy, digest: `sha256:${"1".repeat(64)}`, signedAt: "2026-11-24T07:00:00Z" }),
            path: "approvals/n.json",
          },
        ],
        trust: { "required.yaml": `${REQUIRED}no_way_back: yes\n` },
      }),
    ["copy/en/clinical: superseded"],
  ],
  [
    "a signer's name with another case",
    () => missing({ files: withCopy(signed({ ...copy, signer: "Dana@clinic.example" }, copy.signer)) }),
    COPY,
  ],
  [
    "a signer's name with a look-alike letter",
    () => missing({ files: withCopy(signed({ ...copy, signer: "dаna@clinic.example" }, copy.signer)) }),
    COPY,
  ],
  [
    "a revocation that cannot be read",
    () => missing({ trust: { revoked: "dana's old key\n" } }),
    NEEDED.map((one) => `${named(one)}: wrong role`),
  ],
  [
    "roles that cannot be read",
    () => missing({ trust: { "roles.yaml": "roles: [" } }),
    NEEDED.map((one) => `${named(one)}: wrong role`),
  ],
];

describe.skipIf(ring === undefined)("nothing runs by", () => {
  it.each(ATTACKS)("%s", (_, attempt, expected) => expect(attempt()).toEqual(expected));

  it("one person who holds every role, where different people must sign", () => {
    const roles = Object.keys(PEOPLE)
      .map((role) => `  ${role}:\n    - ${PEOPLE.clinical}\n`)
      .join("");
    const files = NEEDED.map(([concern, , role]) =>
      signed(statement(concern, role, { signer: PEOPLE.clinical })),
    );
    const given = {
      files,
      trust: { "roles.yaml": `roles:\n${roles}`, "required.yaml": `${REQUIRED}different_people: 2\n` },
    };
    expect(verdict(given)).toMatchObject({
      approved: false,
      objections: [{ why: "2 different people must sign, and dana@clinic.example did." }],
    });
  });

  it("a change whose authors nobody knows", () => {
    const { approved, objections } = verdict({ authors: undefined });
    expect([approved, objections.length]).toEqual([false, 1]);
  });
});
