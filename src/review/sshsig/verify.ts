import { createHash, verify as verifies } from "node:crypto";
import { type PublicKey, publicKeyOf } from "./public-key.ts";
import { fromBase64, Malformed, WireReader, wireString } from "./wire.ts";

export type Verified =
  | { readonly genuine: true; readonly key: PublicKey }
  /** Why it is not, as a clause: "it was made for another purpose (git)". */
  | { readonly genuine: false; readonly why: string };

/**
 * Whether a signature by `ssh-keygen -Y sign` is genuine for these bytes and this namespace, and whose key made it.
 *
 * Follows OpenSSH's PROTOCOL.sshsig and PROTOCOL.u2f without OpenSSH. Fails closed: whatever is not exactly as written
 * there is no signature. Stricter than `ssh-keygen -Y verify` where that is lenient: RSA keys have at least 2,048 bits,
 * and a security key must say that somebody touched it.
 *
 * Who owns the key is another question: see `allowedSigners`.
 *
 * @param armored the text of the `.sig` file
 * @param namespace what the signature was made for; a signature for anything else, such as a commit, is none
 */
export function verifySignature(message: Buffer, armored: string, namespace: string): Verified {
  try {
    return { genuine: true, key: verified(message, armored, namespace) };
  } catch (thrown) {
    if (thrown instanceof Malformed) return { genuine: false, why: thrown.message };
    throw thrown;
  }
}

function verified(message: Buffer, armored: string, namespace: string): PublicKey {
  const envelope = envelopeOf(armored);
  if (envelope.namespace !== namespace)
    throw new Malformed(`it was made for another purpose (${envelope.namespace || "none"})`);
  const key = publicKeyOf(envelope.publicKey);
  const digest = createHash(envelope.hash).update(message).digest();
  const signed = Buffer.concat([
    MAGIC,
    ...[namespace, envelope.reserved, envelope.hash, digest].map(wireString),
  ]);
  const reader = new WireReader(envelope.signature);
  const algorithm = reader.name();
  const bytes = reader.string();
  const covered = key.application === undefined ? signed : touched(key.application, signed, reader);
  reader.end();
  if (!holds(key, algorithm, covered, bytes)) throw new Malformed("it does not fit these words");
  return key;
}

const MAGIC = Buffer.from("SSHSIG");
const HASHES = ["sha256", "sha512"];
const ARMOR =
  /^-----BEGIN SSH SIGNATURE-----\r?\n((?:[A-Za-z0-9+/=]{1,76}\r?\n)+)-----END SSH SIGNATURE-----(?:\r?\n)?$/;

/** A signature of the longest RSA key takes about six thousand characters. */
const LONGEST = 20_000;

interface Envelope {
  readonly publicKey: Buffer;
  readonly namespace: string;
  readonly reserved: Buffer;
  readonly hash: string;
  readonly signature: Buffer;
}

function envelopeOf(armored: string): Envelope {
  const [, body] = (armored.length <= LONGEST && ARMOR.exec(armored)) || [];
  if (body === undefined) throw new Malformed("it is no SSH signature");
  const reader = new WireReader(fromBase64(body.replaceAll(/\r?\n/g, "")));
  if (!reader.take(MAGIC.length).equals(MAGIC) || reader.uint32() !== 1)
    throw new Malformed("it is no SSH signature of version 1");
  const envelope = {
    publicKey: reader.string(),
    namespace: reader.name(),
    reserved: reader.string(),
    hash: reader.name(),
    signature: reader.string(),
  };
  reader.end();
  if (!HASHES.includes(envelope.hash)) throw new Malformed(`it uses the hash ${envelope.hash || "(none)"}`);
  return envelope;
}

const USER_PRESENT = 1;

/** What a security key signs: the application, whether somebody touched it, a counter, and the digest of the rest. */
function touched(application: Buffer, signed: Buffer, reader: WireReader): Buffer {
  const flags = reader.byte();
  const counter = reader.take(4);
  if ((flags & USER_PRESENT) === 0) throw new Malformed("nobody touched the security key");
  const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest();
  return Buffer.concat([sha256(application), Buffer.from([flags]), counter, sha256(signed)]);
}

/** RSA keys sign with either of RFC 8332; `ssh-rsa` itself means SHA-1, which is broken. */
const RSA_HASHES = new Map([
  ["rsa-sha2-256", "sha256"],
  ["rsa-sha2-512", "sha512"],
]);

function holds({ type, algorithm, key }: PublicKey, named: string, covered: Buffer, bytes: Buffer): boolean {
  const other = new Malformed(`its algorithm ${named || "(none)"} is not that of a ${type} key`);
  switch (algorithm.kind) {
    case "rsa": {
      const hash = RSA_HASHES.get(named);
      if (hash === undefined) throw other;
      return verifies(hash, covered, key, bytes);
    }
    case "ed25519":
      if (named !== type) throw other;
      return verifies(null, covered, key, bytes);
    case "ecdsa": {
      if (named !== type) throw other;
      const reader = new WireReader(bytes);
      const [r, s] = [reader.unsigned(), reader.unsigned()];
      reader.end();
      const both = Buffer.concat([padded(r, algorithm.bytes), padded(s, algorithm.bytes)]);
      return verifies(algorithm.hash, covered, { key, dsaEncoding: "ieee-p1363" }, both);
    }
  }
}

function padded(number: Buffer, length: number): Buffer {
  if (number.length > length) throw new Malformed("a number in it is too long");
  return Buffer.concat([Buffer.alloc(length - number.length), number]);
}
