import { type CompiledPlan, subjectName } from "../../src/plan/index.ts";
import {
  APPROVAL_NAMESPACE,
  type ApprovalStatement,
  questionsOf,
  rolesThatSign,
  type SignedFile,
  STATEMENT_TYPE,
  statementBytes,
  statementPath,
  type Trust,
  trustOf,
} from "../../src/review/index.ts";
import { Keyring } from "./ssh-keygen.ts";

/** One person for each role, by the name that signs. */
export const SIGNERS = {
  clinical: "dana@clinic.example",
  compliance: "lee@clinic.example",
  privacy: "pia@clinic.example",
  operations: "omar@clinic.example",
  legal: "lou@clinic.example",
  translation: "tom@clinic.example",
} as const;
export type SignerRole = keyof typeof SIGNERS;

/** A clinic whose people have keys, and who sign what they are asked to. `close` removes the keys. */
export class Clinic {
  readonly ring = new Keyring();
  readonly trustFiles: Readonly<Record<string, string>>;

  constructor() {
    const line = (name: string) => `${name} namespaces="${APPROVAL_NAMESPACE}" ${this.ring.make(name)}\n`;
    const roles = Object.entries(SIGNERS).map(([role, name]) => `  ${role}: [${name}]\n`);
    this.trustFiles = {
      "trust/roles.yaml": `roles:\n${roles.join("")}`,
      "trust/required.yaml": "required:\n  copy: [clinical, compliance]\n",
      "trust/allowed_signers": Object.values(SIGNERS).map(line).join(""),
    };
  }

  trust(changed: Readonly<Record<string, string>> = {}): Trust {
    const files = { ...this.trustFiles, ...changed };
    return trustOf(Object.entries(files).map(([path, text]) => ({ path, text }))).value;
  }

  /** Every signature that a plan needs. */
  signAll(compiled: CompiledPlan, more: Partial<ApprovalStatement> = {}): readonly SignedFile[] {
    const { plan, subjects } = compiled;
    return subjects.flatMap((subject) =>
      rolesThatSign(subject, plan, this.trust().required).map((role) => {
        const { concern, language, digest } = subject;
        return this.sign({
          type: STATEMENT_TYPE,
          organisation: plan.identity.organisation,
          campaign: plan.identity.campaign,
          concern,
          language,
          digest,
          meaning: "approved",
          role,
          signer: SIGNERS[role as SignerRole],
          name: `Who signs as ${role}`,
          signedAt: "2026-11-23T07:00:00Z",
          expiresAt: "2027-11-23T00:00:00Z",
          questions: questionsOf(subject, plan, role).map(({ text }) => text),
          packet: `sha256:${"0".repeat(64)}`,
          review: null,
          comment: `about ${subjectName(subject)}`,
          ...more,
        });
      }),
    );
  }

  sign(statement: ApprovalStatement, by: string = statement.signer): SignedFile {
    const bytes = statementBytes(statement);
    const signature = this.ring.sign(by, APPROVAL_NAMESPACE, bytes);
    return { path: statementPath(statement), bytes, signature };
  }

  close(): void {
    this.ring.close();
  }
}
