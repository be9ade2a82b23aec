export * from "./diff/index.ts";
export { approvalsInReviews, type ForgeApproval } from "./forge-reviews.ts";
export {
  type Circumstances,
  type JudgedStatement,
  judgeStatement,
  type PlanToVerify,
  type SignedFile,
  type Standing,
} from "./judge-statement.ts";
export { newScope } from "./new-scope.ts";
export { publicKeyInLine } from "./public-key-line.ts";
export { readStatement } from "./read-statement.ts";
export {
  RELEASE_FORMAT,
  type ReleaseVerdict,
  releaseText,
  type VerifiedRelease,
  verifyRelease,
} from "./release.ts";
export { holdersOf, type Remedy, remedyOf } from "./remedy.ts";
export {
  REVIEW_FORMAT,
  type Review,
  reviewOf,
  type Side,
  type SignedReview,
  type Unreadable,
} from "./review.ts";
export { type JudgedWaiver, judgeWaivers, waiversThatHold } from "./signed-waivers.ts";
export type { Signoff, SignoffStanding } from "./signoff.ts";
export { type AllowedSigner, allows, type PublicKey, publicKeyOf, verifySignature } from "./sshsig/index.ts";
export {
  APPROVAL_NAMESPACE,
  type ApprovalStatement,
  type ForgeReview,
  lastDayOf,
  MEANINGS,
  type Meaning,
  STATEMENT_TYPE,
  type Statement,
  statementBytes,
  statementPath,
  timestamp,
  WAIVER_TYPE,
  type WaiverStatement,
} from "./statement.ts";
export { type Trust, type TrustMistake, trustOf } from "./trust.ts";
export { type Evidence, type Objection, type Verdict, verdicts } from "./verdict.ts";
export {
  type OtherStatement,
  VERIFICATION_FORMAT,
  type Verification,
  type VerifiedCampaign,
  type VerifiedSignoff,
} from "./verification.ts";
export { questionsOf, rolesThatSign } from "./who-signs.ts";
