/** JSON that canonical form allows: integers only; decimals are strings. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Concern = "audience" | "copy" | "timing" | "privacy" | "operations";
/** A plan with what stands beside it. */
export interface CompiledPlan {
  readonly campaign: string;
  readonly plan: Plan;
  /** Canonical JSON of the plan: the bytes of plan.json without the final line feed. */
  readonly json: string;
  /** `sha256:…` of `json`. */
  readonly digest: string;
  readonly concerns: Readonly<Record<Concern, string>>;
  readonly provenance: Json;
}
export type Plan = { readonly [key: string]: Json };
