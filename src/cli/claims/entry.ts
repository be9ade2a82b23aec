import {
  type EvidenceState,
  evidenceState,
  type RegisteredClaim,
  type Standing,
  standingOf,
} from "../../analysis/index.ts";
import { daysBetween } from "../../calendar/index.ts";
import type { Span } from "../../source/index.ts";

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A claim as the command prints it; its keys are a format that programs read. */
export interface ClaimEntry {
  readonly id: string;
  readonly kind: string;
  /** The approved text, by language. */
  readonly text: Readonly<Record<string, string>>;
  readonly standing: Standing;
  readonly from: string;
  readonly until: string;
  readonly withdrawn: string | null;
  /** Until it ends; negative where it has. */
  readonly days_left: number;
  readonly evidence: {
    readonly file: string;
    readonly section: string | null;
    readonly sha256: string | null;
    readonly state: EvidenceState;
  };
  readonly approved: { readonly by: string; readonly role: string; readonly on: string };
  readonly at: Place;
  readonly uses: readonly {
    readonly campaign: string;
    readonly step: string;
    readonly outlet: string;
    readonly language: string;
    /** `{{ claim.<id> }}`, or the words typed out. */
    readonly how: "by name" | "typed";
    readonly at: Place;
  }[];
}

export function entryOf(
  { claim, uses }: RegisteredClaim,
  today: string,
  placeOf: (span: Span) => Place,
): ClaimEntry {
  const { id, kind, text, evidence, approved, valid, withdrawn, at } = claim;
  return {
    id,
    kind,
    text: Object.fromEntries([...text].map(([language, { value }]) => [language, value])),
    standing: standingOf(claim, today),
    from: valid.from,
    until: valid.until,
    withdrawn: withdrawn ?? null,
    days_left: daysBetween(today, valid.until),
    evidence: {
      file: evidence.file.value,
      section: evidence.section ?? null,
      sha256: evidence.sha256 ?? null,
      state: evidenceState(claim),
    },
    approved: { ...approved },
    at: placeOf(at),
    uses: uses.map((use) => ({
      campaign: use.campaign,
      step: use.step,
      outlet: use.part,
      language: use.language,
      how: use.typed ? "typed" : "by name",
      at: placeOf(use.at),
    })),
  };
}
