import type { Concern } from "../../plan/index.ts";
import type { Objection, Signoff } from "../../review/index.ts";

export type { Objection };

/** What verification found of one campaign. */
export interface Verified {
  readonly states: readonly ApprovalState[];
  readonly objections: readonly Objection[];
}

/**
 * Where one sign-off stands. Verification is work of its own, with a trusted revision and the people of `trust/`: what
 * it found is handed in, and a packet that was printed without it says "not verified here" and never "valid".
 */
export interface ApprovalState {
  readonly concern: Concern;
  /** Of copy, where each language is signed by itself; else null. */
  readonly language: string | null;
  readonly role: string;
  readonly state: Signoff["standing"] | "not verified here";
  /** Why, as a sentence; null where nothing is to be said. */
  readonly why: string | null;
  /** The statement that was judged; null where there is none, or nobody looked. */
  readonly signed: {
    /** Printed name, as 21 CFR 11.50 asks of a signature; and the name in `trust/`. */
    readonly name: string;
    readonly signer: string;
    /** `approved`, `rejected` …: what the signature means. */
    readonly meaning: string;
    /** Instants, RFC 3339. */
    readonly on: string;
    readonly expires: string | null;
    /** Fingerprint of the key, `SHA256:…`. */
    readonly key: string | null;
  } | null;
}
