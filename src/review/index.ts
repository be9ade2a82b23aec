export * from "./diff/index.ts";
export {
  type Circumstances,
  type JudgedStatement,
  judgeStatement,
  type SignedFile,
  type Standing,
  statementPath,
} from "./judge-statement.ts";
export {
  REVIEW_FORMAT,
  type Review,
  reviewOf,
  type Side,
  type SignedReview,
  type Unreadable,
} from "./review.ts";
export {
  APPROVAL_NAMESPACE,
  type ApprovalStatement,
  MEANINGS,
  type Meaning,
  STATEMENT_TYPE,
  statementBytes,
  timestamp,
} from "./statement.ts";
export { type Trust, type TrustMistake, trustOf } from "./trust.ts";
export { type PlanToVerify, type Signoff, type Verdict, verdicts } from "./verdict.ts";
