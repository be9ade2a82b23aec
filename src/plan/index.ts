export { canonicalJson } from "./canonical.ts";
export { concernsAt, concernsOf, concernValue } from "./concerns.ts";
export { concernDigests, sha256, subjectDigest, subjectDigests } from "./digest.ts";
export { lower } from "./lower.ts";
export {
  isTranslation,
  type Subject,
  type SubjectDigest,
  subjectName,
  subjectsOf,
} from "./subject.ts";
export * from "./types.ts";
export { COMPILER_VERSION } from "./version.ts";
