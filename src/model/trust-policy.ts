import type { Sourced } from "../workspace/index.ts";

/** What is signed by roles of its own: the concerns of a plan, and each further language of its copy. */
export const SIGNED_PARTS = ["audience", "copy", "translations", "privacy", "timing", "operations"] as const;
export type SignedPart = (typeof SIGNED_PARTS)[number];

/** Roles that must sign, by what they sign. */
export type RequiredRoles = Readonly<Record<SignedPart, readonly string[]>>;

/** Where an organisation has not said otherwise. */
export const USUAL_ROLES: RequiredRoles = {
  audience: ["compliance"],
  copy: ["clinical", "compliance"],
  translations: ["translation"],
  privacy: ["privacy"],
  timing: ["compliance"],
  operations: ["operations"],
};

/**
 * `trust/roles.yaml` and `trust/required.yaml` as they are written: who holds which role, and which roles must sign what.
 *
 * In a workspace these are the files of the change, good for checking it. Whose signature counts is read from the trusted
 * revision.
 */
export interface TrustPolicy {
  /** Whether there is a `roles.yaml` at all. */
  readonly isStated: boolean;
  readonly roles: ReadonlyMap<string, readonly Sourced<string>[]>;
  readonly required: RequiredRoles;
  /** Where a role is required, of those that `required.yaml` names. */
  readonly requiredAt: readonly { readonly part: SignedPart; readonly role: Sourced<string> }[];
  /** An outside agency, say: they write campaigns and never approve one. */
  readonly neverApprove: ReadonlySet<string>;
  /** How many different people must have signed one campaign. */
  readonly differentPeople: number;
  /** Whether content that a later approval replaced needs a new signature, even where it was signed before. */
  readonly noWayBack: boolean;
  /** Names that sign, by account on the forge. */
  readonly accounts: ReadonlyMap<string, string>;
  /** Teams on the forge, by role. */
  readonly teams: ReadonlyMap<string, Sourced<string>>;
  /** Concerns for which a review on the forge is enough, and who vouches that there was one. */
  readonly forgeReviews: { readonly accept: ReadonlySet<string>; readonly importedBy: string } | undefined;
}
