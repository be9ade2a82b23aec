import type { IsoDate } from "../calendar/index.ts";
import type { Claim, Language, OutletPart } from "../model/index.ts";
import { compareText, type Span } from "../source/index.ts";
import type { Facts } from "./facts.ts";

/** Whether a claim may be used on a day. */
export type Standing = "valid" | "not yet valid" | "expired" | "withdrawn";

/** ISO dates compare as text. */
export function standingOf({ valid, withdrawn }: Claim, today: IsoDate): Standing {
  if (withdrawn !== undefined && withdrawn <= today) return "withdrawn";
  if (today > valid.until) return "expired";
  return today < valid.from ? "not yet valid" : "valid";
}

/** Whether the document that a claim rests on is the one that was approved. */
export type EvidenceState = "there" | "as approved" | "changed" | "missing";

export function evidenceState({ evidence: { sha256, approvedSha256 } }: Claim): EvidenceState {
  if (sha256 === undefined) return "missing";
  if (approvedSha256 === undefined) return "there";
  return approvedSha256.value.replace(/^sha256:/, "").toLowerCase() === sha256 ? "as approved" : "changed";
}

/** One place where a campaign states a claim, in one outlet. */
export interface PlaceOfUse {
  readonly campaign: string;
  readonly step: string;
  readonly part: OutletPart;
  readonly language: Language;
  /** Typed out word for word, and not printed by its name. */
  readonly typed: boolean;
  readonly at: Span;
}

/** A claim of the register with every place where a campaign states it. */
export interface RegisteredClaim {
  readonly claim: Claim;
  readonly uses: readonly PlaceOfUse[];
}

/** The register, both ways round: by id, with where each claim is used, in the order of campaigns and steps. */
export function registerOf(facts: Facts): readonly RegisteredClaim[] {
  const { campaigns, library } = facts.workspace;
  const uses = new Map<string, PlaceOfUse[]>();
  for (const campaign of campaigns) {
    for (const { outlet, claims } of facts.outletsOf(campaign)) {
      for (const { claim, at, typed } of claims) {
        const { step, part, language } = outlet;
        const use = { campaign: campaign.id, step, part, language, typed: typed !== undefined, at };
        uses.set(claim.id, [...(uses.get(claim.id) ?? []), use]);
      }
    }
  }
  return [...library.claims.values()]
    .sort((x, y) => compareText(x.id, y.id))
    .map((claim) => ({ claim, uses: distinct(uses.get(claim.id) ?? []) }));
}

/** Both arms of a test say the same at the same place. */
function distinct(uses: readonly PlaceOfUse[]): readonly PlaceOfUse[] {
  const byPlace = new Map(
    uses.map((use) => {
      const { campaign, step, part, language, at } = use;
      return [`${campaign} ${step} ${part} ${language} ${at.file} ${at.start}`, use] as const;
    }),
  );
  return [...byPlace.values()];
}
