export {
  type AllowedSigner,
  type AllowedSigners,
  allowedSigners,
  allows,
  type SignerMistake,
} from "./allowed-signers.ts";
export { type PublicKey, publicKeyOf } from "./public-key.ts";
export { type Verified, verifySignature } from "./verify.ts";
