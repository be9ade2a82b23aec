import { type PublicKey, publicKeyOf } from "./sshsig/public-key.ts";
import { fromBase64, Malformed } from "./sshsig/wire.ts";

/**
 * The key in a `.pub` file, as `ssh-keygen` writes it: type, key, comment.
 *
 * @returns nothing for what is no key, or one that cannot sign statements (DSA, short RSA, certificates)
 */
export function publicKeyInLine(text: string): PublicKey | undefined {
  const [type, encoded] = text.trim().split(/[ \t]+/);
  if (type === undefined || encoded === undefined) return undefined;
  try {
    const key = publicKeyOf(fromBase64(encoded));
    return key.type === type ? key : undefined;
  } catch (thrown) {
    if (thrown instanceof Malformed) return undefined;
    throw thrown;
  }
}
