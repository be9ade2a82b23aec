import { createHash, createPublicKey, type KeyObject } from "node:crypto";
import { Malformed, WireReader } from "./wire.ts";

/** How a key signs: which algorithm a signature of it must name, and how the bytes are to be read. */
export type Algorithm =
  | { readonly kind: "ed25519" }
  | { readonly kind: "rsa" }
  | { readonly kind: "ecdsa"; readonly hash: string; readonly bytes: number };

export interface PublicKey {
  /** `ssh-ed25519`, `sk-ssh-ed25519@openssh.com`, … */
  readonly type: string;
  readonly algorithm: Algorithm;
  readonly key: KeyObject;
  /** A security key's application (`ssh:`): a signature covers it, and somebody must have touched the key. */
  readonly application: Buffer | undefined;
  /** As `ssh-keygen -l` prints it: `SHA256:…`. */
  readonly fingerprint: string;
  readonly blob: Buffer;
}

/** NIST curves of RFC 5656: the name in JOSE, the length of a coordinate, the hash that signatures use. */
const CURVES = new Map([
  ["nistp256", { name: "P-256", bytes: 32, hash: "sha256" }],
  ["nistp384", { name: "P-384", bytes: 48, hash: "sha384" }],
  ["nistp521", { name: "P-521", bytes: 66, hash: "sha512" }],
]);

/** Shorter ones can be broken (NIST SP 800-131A); longer ones only make verifying slow. */
const RSA_BITS = { least: 2048, most: 16_384 };

/**
 * A public key in the wire format of RFC 4253 (section 6.6), RFC 5656, RFC 8709 and OpenSSH's PROTOCOL.u2f.
 *
 * @throws Malformed for what is no key, for DSA, certificates, short RSA keys and points that are not on their curve
 */
export function publicKeyOf(blob: Buffer): PublicKey {
  const reader = new WireReader(blob);
  const type = reader.name();
  const plain = type.replace(/^sk-(.+)@openssh\.com$/, "$1");
  const { jwk, algorithm } = materialOf(plain, reader);
  const application = plain === type ? undefined : reader.string();
  reader.end();
  return {
    type,
    algorithm,
    key: keyObject(jwk),
    application,
    fingerprint: `SHA256:${createHash("sha256").update(blob).digest("base64").replace(/=+$/, "")}`,
    blob,
  };
}

interface Material {
  readonly jwk: { readonly [name: string]: string };
  readonly algorithm: Algorithm;
}

function materialOf(type: string, reader: WireReader): Material {
  switch (type) {
    case "ssh-ed25519": {
      const point = reader.string();
      if (point.length !== 32) throw new Malformed("an Ed25519 key has 32 bytes");
      return { jwk: { kty: "OKP", crv: "Ed25519", x: url(point) }, algorithm: { kind: "ed25519" } };
    }
    case "ssh-rsa": {
      const exponent = reader.unsigned();
      const modulus = reader.unsigned();
      const bits = modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24;
      if (bits < RSA_BITS.least || bits > RSA_BITS.most)
        throw new Malformed(`an RSA key of ${bits} bits is not accepted; ${RSA_BITS.least} is the least`);
      return { jwk: { kty: "RSA", e: url(exponent), n: url(modulus) }, algorithm: { kind: "rsa" } };
    }
    case "ecdsa-sha2-nistp256":
    case "ecdsa-sha2-nistp384":
    case "ecdsa-sha2-nistp521":
      return onCurve(type.replace("ecdsa-sha2-", ""), reader);
    default:
      throw new Malformed(`keys of the type ${type || "(none)"} are not accepted`);
  }
}

function onCurve(expected: string, reader: WireReader): Material {
  const named = reader.name();
  const curve = CURVES.get(named);
  if (curve === undefined || named !== expected) throw new Malformed(`its curve is not ${expected}`);
  const { name, bytes, hash } = curve;
  const point = reader.string();
  // 4 begins an uncompressed point (SEC 1, section 2.3.3); OpenSSH writes no other.
  if (point.length !== 1 + 2 * bytes || point[0] !== 4) throw new Malformed("its point is not uncompressed");
  const [x, y] = [point.subarray(1, 1 + bytes), point.subarray(1 + bytes)];
  return {
    jwk: { kty: "EC", crv: name, x: url(x), y: url(y) },
    algorithm: { kind: "ecdsa", hash, bytes },
  };
}

function keyObject(jwk: Material["jwk"]): KeyObject {
  try {
    return createPublicKey({ key: jwk, format: "jwk" });
  } catch {
    throw new Malformed("it is no valid key of its type");
  }
}

function url(bytes: Buffer): string {
  return bytes.toString("base64url");
}
