import type { Hit } from "../lexicon/index.ts";
import type { Campaign, Field, Outlet, Step, Workspace } from "../model/index.ts";
import type { Span } from "../source/index.ts";
import type {
  FlowLabel,
  InsertNode,
  LatticeWord,
  LengthBound,
  Skeleton,
  TextNode,
  WordLattice,
} from "../template/index.ts";
import type { Variation } from "./addresses.ts";
import type { ClaimUse, NearClaim } from "./claims.ts";

export type { ClaimUse, NearClaim };

import type { Whereabouts } from "./states.ts";

/** Facts computed once from the model, each on first use, and shared by all rules, the plan and the packet. */
export interface Facts {
  readonly workspace: Workspace;
  /** States in which its people can be. */
  whereaboutsOf(campaign: Campaign): Whereabouts;
  outletsOf(campaign: Campaign): readonly OutletFacts[];
  /** What the owner's playbook says or sends to whoever answers; no step of the sequence. */
  answersOf(campaign: Campaign): readonly OutletFacts[];
  /** When each step is due, counted in days from entry. */
  scheduleOf(campaign: Campaign): readonly StepTime[];
  /** Fields that decide who is written to at all. */
  selectionOf(campaign: Campaign): readonly Selection[];
}

/** A field as it reaches an outlet: printed (E), or deciding which words are printed (I). */
export interface FieldFlow extends FlowLabel {
  /** Nothing for a name that no library declares: treated as the top class. */
  readonly declared: Field | undefined;
}

/** A web address that some rendering contains. */
export interface LinkUse {
  /** As printed, without a scheme where there is none. */
  readonly url: string;
  /** Empty where a field or a choice decides how the host goes on. */
  readonly host: string;
  /** Id of the action whose link it is; nothing for an address that the author typed. */
  readonly action: string | undefined;
  readonly at: Span;
  /** What decides how it goes on, or that it is this one and not another. */
  readonly varies: readonly Variation[];
}

export interface OutletFacts {
  readonly outlet: Outlet;
  readonly step: Step;
  readonly flows: readonly FieldFlow[];
  readonly skeleton: Skeleton;
  readonly length: LengthBound;
  /** SMS parts in the worst case; Infinity where nothing bounds the length. */
  readonly smsParts: number;
  readonly lattice: WordLattice;
  /** Lexicon hits over all renderings, in reading order; without the claims that the register approves word for word. */
  readonly hits: readonly Hit[];
  /** Words in neither the lexicon nor a safe list; empty for languages without a safe list. */
  readonly unreviewed: readonly LatticeWord[];
  /** Claims, phrases, links, added lines … that this outlet prints, nested ones included. */
  readonly inserts: readonly InsertNode[];
  /** Registered claims that it states: by name, and typed out word for word. */
  readonly claims: readonly ClaimUse[];
  /** Words that are nearly a registered claim. */
  readonly nearClaims: readonly NearClaim[];
  readonly links: readonly LinkUse[];
  /** Too branched to follow: its words, its addresses or the phrases in it are not known to be all. */
  readonly isCut: boolean;
  /** The authors' own literal text, in phrases and message texts too; not claims, links and settings. */
  readonly literals: readonly TextNode[];
  /** One rendering as a reader would see it, fields as ⟦patient.first_name⟧, first branch of each choice. */
  readonly sample: string;
}

/** Days from entry on which a step is due. A step that waits hours or business days has a range. */
export interface StepTime {
  readonly step: Step;
  readonly earliest: number;
  readonly latest: number;
  /** Fewest days since this recipient's step before, or since entry. */
  readonly sincePrevious: number;
}

/** How a field takes part in choosing people. `exclude` is not here: getting no message tells a bystander nothing. */
export interface Selection {
  readonly path: string;
  readonly field: Field | undefined;
  readonly by: "include" | "segment" | "only_if" | "offer";
  readonly step: string | undefined;
  /** The field's name where it is first asked for. */
  readonly at: Span;
}
