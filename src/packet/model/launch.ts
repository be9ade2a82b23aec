/** On what something rests that must be so before a campaign starts; of the last two, nothing is shown. */
export type LaunchEvidence = "measured" | "stated" | "signed" | "missing" | "not known";

/** What must be so before a campaign starts. Nothing is ticked that nobody has shown: what is not known is not done. */
export interface LaunchLine {
  readonly what: string;
  readonly evidence: LaunchEvidence;
  /** What was seen and where, or what to do. */
  readonly detail: string;
}
