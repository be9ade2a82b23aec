import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { allowedSigners, allows, verifySignature } from "../../src/review/sshsig/index.ts";
import { wireString } from "../../src/review/sshsig/wire.ts";
import { hasSshKeygen, KEY_TYPES, Keyring } from "./ssh-keygen.ts";

const PURPOSE = "approval.v1@recare.dev";
const STATEMENT = Buffer.from('{"campaign":"missed-visit","concern":"copy"}\n');

function armor(bytes: Buffer): string {
  const lines = bytes.toString("base64").replaceAll(/.{70}/g, "$&\n");
  return `-----BEGIN SSH SIGNATURE-----\n${lines}\n-----END SSH SIGNATURE-----\n`;
}

function dearmor(text: string): Buffer {
  return Buffer.from(text.split("\n").slice(1, -2).join(""), "base64");
}

/** Every copy of these bytes in which one bit is turned. */
function* flips(bytes: Buffer): Iterable<Buffer> {
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const copy = Buffer.from(bytes);
    copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    yield copy;
  }
}

const genuine = (message: Buffer, armored: string, purpose = PURPOSE) =>
  verifySignature(message, armored, purpose).genuine;

const ring = hasSshKeygen ? new Keyring() : undefined;
afterAll(() => ring?.close());

describe.skipIf(ring === undefined)("signatures of ssh-keygen", () => {
  const keys =
    ring === undefined ? [] : KEY_TYPES.map(([name, options]) => [name, ring.make(name, options)] as const);

  it.each(keys)("%s: accepted for its words and purpose, and for nothing else", (name, line) => {
    const armored = ring?.sign(name, PURPOSE, STATEMENT) ?? "";
    const verified = verifySignature(STATEMENT, armored, PURPOSE);
    expect(verified.genuine && `${verified.key.type} ${verified.key.blob.toString("base64")}`).toBe(line);
    expect(verifySignature(STATEMENT, armored, "git")).toEqual({
      genuine: false,
      why: `it was made for another purpose (${PURPOSE})`,
    });
    expect(genuine(Buffer.concat([STATEMENT, Buffer.from(" ")]), armored)).toBe(false);
    expect(genuine(STATEMENT, ring?.sign(name, "git", STATEMENT) ?? "")).toBe(false);
  });

  it.each(keys)("%s: no bit of the signature, its armor or the statement can be turned", (name, line) => {
    const armored = ring?.sign(name, PURPOSE, STATEMENT) ?? "";
    const { signers } = allowedSigners(`dana@clinic.example ${line}`);
    const at = Date.UTC(2026, 10, 23);
    const accepted = (message: Buffer, text: string) => {
      const verified = verifySignature(message, text, PURPOSE);
      const asked = { principal: "dana@clinic.example", namespace: PURPOSE, at };
      return verified.genuine && allows(signers, { key: verified.key, ...asked }) !== undefined;
    };
    expect(accepted(STATEMENT, armored)).toBe(true);
    expect([...flips(dearmor(armored))].filter((bytes) => accepted(STATEMENT, armor(bytes)))).toEqual([]);
    // The armor and the digest of the words are the same for every type of key.
    if (name !== "ed25519") return;
    const texts = [...flips(Buffer.from(armored, "latin1"))].map((bytes) => bytes.toString("latin1"));
    expect(texts.filter((text) => accepted(STATEMENT, text))).toEqual([]);
    expect([...flips(STATEMENT)].filter((bytes) => accepted(bytes, armored))).toEqual([]);
  });

  it("agrees with ssh-keygen on whose key counts, for what, and when", () => {
    const armored = ring?.sign("ed25519", PURPOSE, STATEMENT) ?? "";
    const line = keys[0]?.[1] ?? "";
    const other = keys[1]?.[1] ?? "";
    const times = ["20260101000000Z", "20261123120000Z", "20270101000000Z", "20270101000001Z"];
    const files = [
      `dana@clinic.example ${line}`,
      `dana@clinic.example ${other}`,
      `lee@clinic.example ${line}`,
      `lee@clinic.example,dana@clinic.example ${line} a comment`,
      `dana@clinic.example namespaces="${PURPOSE}" ${line}`,
      `dana@clinic.example namespaces="git,file" ${line}`,
      `dana@clinic.example namespaces="git,${PURPOSE}",valid-after="20260101Z",valid-before="20270101Z" ${line}`,
      `# nobody\n\nlee@clinic.example ${other}\ndana@clinic.example valid-before="20261123120000Z" ${line}`,
    ];
    for (const text of files) {
      for (const time of times) {
        const verified = verifySignature(STATEMENT, armored, PURPOSE);
        const stamp = time.replace(/^(....)(..)(..)(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z");
        const asked = { principal: "dana@clinic.example", namespace: PURPOSE, at: Date.parse(stamp) };
        const ours =
          verified.genuine &&
          allows(allowedSigners(text).signers, { key: verified.key, ...asked }) !== undefined;
        const theirs = ring?.accepts({
          ...asked,
          signers: `${text}\n`,
          message: STATEMENT,
          armored,
          at: time,
        });
        // ssh-keygen counts the last second of a key's life, we do not: the stricter of the two.
        if (asked.at === Date.UTC(2027, 0, 1) && text.includes('valid-before="20270101Z'))
          expect(ours).toBe(false);
        else if (text.includes(`valid-before="${time}"`)) expect(ours).toBe(false);
        else expect([text, time, ours]).toEqual([text, time, theirs]);
      }
    }
  });

  it("a security key must say that somebody touched it; ssh-keygen agrees on the rest", () => {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const point = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
    const blob = Buffer.concat(["sk-ssh-ed25519@openssh.com", point, "ssh:"].map(wireString));
    const sha = (algorithm: string, bytes: string | Buffer) => createHash(algorithm).update(bytes).digest();
    const inner = [PURPOSE, "", "sha512", sha("sha512", STATEMENT)].map(wireString);
    const signed = (flags: number) => {
      const tail = Buffer.from([flags, 0, 0, 0, 7]);
      const words = Buffer.concat([Buffer.from("SSHSIG"), ...inner]);
      const covered = Buffer.concat([sha("sha256", "ssh:"), tail, sha("sha256", words)]);
      const signature = [
        wireString("sk-ssh-ed25519@openssh.com"),
        wireString(sign(null, covered, privateKey)),
        tail,
      ];
      const parts = [blob, PURPOSE, "", "sha512", Buffer.concat(signature)].map(wireString);
      return armor(Buffer.concat([Buffer.from("SSHSIG\0\0\0\x01", "latin1"), ...parts]));
    };
    const signers = `dana@clinic.example sk-ssh-ed25519@openssh.com ${blob.toString("base64")}\n`;
    const asked = { signers, principal: "dana@clinic.example", namespace: PURPOSE, message: STATEMENT };
    for (const flags of [1, 5]) {
      expect(genuine(STATEMENT, signed(flags))).toBe(true);
      expect(ring?.accepts({ ...asked, armored: signed(flags) })).toBe(true);
    }
    expect(verifySignature(STATEMENT, signed(4), PURPOSE)).toEqual({
      genuine: false,
      why: "nobody touched the security key",
    });
  });
});

describe("what is no signature", () => {
  it.each([
    ["nothing", ""],
    ["words", "approved, Dana"],
    ["an empty armor", "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n"],
    ["other bytes", armor(Buffer.from("SSHSIG and something else entirely"))],
    ["a PGP signature", "-----BEGIN PGP SIGNATURE-----\nAAAA\n-----END PGP SIGNATURE-----\n"],
    ["a megabyte", armor(Buffer.alloc(1_000_000))],
  ])("%s", (_, armored) => expect(genuine(STATEMENT, armored)).toBe(false));
});

describe("allowed signers", () => {
  const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDjxGPGAR4sSZNSnULmJbCxVHEUN1IrAJeF0vsbLZYyJ";

  it.each([
    ["a pattern", `*@clinic.example ${KEY}`, /pattern/],
    [
      "a certificate authority",
      `dana@clinic.example cert-authority ${KEY}`,
      /cert-authority is not understood/,
    ],
    ["an unknown option", `dana@clinic.example touch="yes" ${KEY}`, /touch is not understood/],
    [
      "a time that depends on the machine",
      `dana@clinic.example valid-before="20270101" ${KEY}`,
      /no time in UTC/,
    ],
    ["a day that does not exist", `dana@clinic.example valid-before="20260230Z" ${KEY}`, /no time in UTC/],
    ["an option twice", `dana@clinic.example namespaces="git",namespaces="x" ${KEY}`, /twice/],
    ["another type", `dana@clinic.example ssh-rsa ${KEY.split(" ")[1]}`, /the key is a ssh-ed25519 key/],
    ["a key that is cut short", `dana@clinic.example ${KEY.slice(0, -8)}`, /cut short|base64/],
    ["only a name", "dana@clinic.example", /not a name, options and a key/],
  ])("%s allows nobody, and the line says so", (_, text, message) => {
    const { signers, mistakes } = allowedSigners(`# trusted\n${text}\n`);
    expect(signers).toEqual([]);
    expect(mistakes).toEqual([expect.objectContaining({ line: 2, message: expect.stringMatching(message) })]);
  });

  it("a mistake in one line leaves the others as they are", () => {
    const { signers, mistakes } = allowedSigners(`nonsense\r\ndana@clinic.example ${KEY} Dana's laptop\r\n`);
    expect(signers.map(({ principals, line }) => [principals, line])).toEqual([[["dana@clinic.example"], 2]]);
    expect(mistakes.map(({ line }) => line)).toEqual([1]);
  });
});
