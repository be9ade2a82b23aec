export { canonicalJson } from "./canonical.ts";
export { concernsOf, concernValue } from "./concerns.ts";
export { concernDigest, concernDigests, sha256 } from "./digest.ts";
export { lower } from "./lower.ts";
export * from "./types.ts";
export { COMPILER_VERSION } from "./version.ts";
