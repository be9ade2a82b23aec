import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  APPROVAL_NAMESPACE,
  type PublicKey,
  publicKeyInLine,
  type SignedFile,
  type Statement,
  statementBytes,
  statementPath,
  verifySignature,
} from "../review/index.ts";
import { Problem, problemOf } from "./problem.ts";
import { readText } from "./read-workspace.ts";
import { removeFile, writeFile } from "./write-file.ts";

/** A key that somebody signs with: the file that ssh-keygen is given, and its public half. */
export interface SigningKey {
  /** Absolute path of the private key, or of a public one whose private half an agent or a security key holds. */
  readonly path: string;
  readonly publicKey: PublicKey;
}

/** Where keys are looked for when nobody names one, from the first: the one that `recare keys new` makes. */
const USUAL_KEYS = ["recare_ed25519", "id_ed25519", "id_ed25519_sk", "id_ecdsa_sk", "id_ecdsa", "id_rsa"];

/** `~/.ssh/recare_ed25519`, or the first of the usual keys that is there; nothing without a home or a key. */
export function usualKey(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const { HOME: home, RECARE_SIGNING_KEY: named } = env;
  if (named) return named;
  if (!home) return undefined;
  return USUAL_KEYS.map((name) => join(home, ".ssh", name)).find((path) => existsSync(`${path}.pub`));
}

/**
 * Reads the public half of a key.
 *
 * @param shown the path as messages name it
 * @throws Problem where there is none, or where it cannot sign statements
 */
export function signingKey(path: string, shown: string): SigningKey {
  const file = path.endsWith(".pub") ? path : `${path}.pub`;
  if (!existsSync(file)) {
    throw new Problem(
      `There is no public key ${path === file ? shown : `${shown}.pub`}.`,
      "Name the key with --key, or make one: recare keys new",
    );
  }
  const publicKey = publicKeyInLine(readText(file, `${shown}.pub`));
  if (publicKey === undefined) {
    throw new Problem(
      `${shown} is no key that can sign: Ed25519, ECDSA, RSA of at least 2,048 bits, and security keys can.`,
      "Make another one: recare keys new",
    );
  }
  return { path, publicKey };
}

/**
 * Signs a statement with `ssh-keygen -Y sign`: Node cannot read OpenSSH's private keys, and agents, passphrases and
 * security keys work so. What ssh-keygen asks, it asks on the terminal; nothing is written to the disk.
 *
 * @throws Problem where ssh-keygen is not there, or did not sign
 */
export function signStatement(statement: Statement, { path, publicKey }: SigningKey): SignedFile {
  const bytes = statementBytes(statement);
  const { error, status, stdout } = spawnSync(
    "ssh-keygen",
    ["-q", "-Y", "sign", "-n", APPROVAL_NAMESPACE, "-f", path],
    { input: bytes, stdio: ["pipe", "pipe", "inherit"] },
  );
  if (error !== undefined) throw notInstalled(error);
  if (status !== 0) {
    throw new Problem(
      "ssh-keygen did not sign, so nothing was written.",
      "It says why above: a wrong passphrase, a security key that nobody touched, or a version before OpenSSH 8.2.",
    );
  }
  const signature = stdout.toString("latin1");
  const verified = verifySignature(bytes, signature, APPROVAL_NAMESPACE);
  if (!verified.genuine || !verified.key.blob.equals(publicKey.blob)) {
    throw new Problem(
      `ssh-keygen signed with another key than ${publicKey.fingerprint}, so nothing was written.`,
      "Name the private key that belongs to the public one: --key",
    );
  }
  return { path: statementPath(statement), bytes, signature };
}

/** What to do where ssh-keygen cannot be run at all. */
export function notInstalled(error: Error): Problem {
  const missing = "code" in error && error.code === "ENOENT";
  return new Problem(
    `Could not run ssh-keygen: ${missing ? "it is not installed" : error.message}.`,
    "Install OpenSSH 8.2 or newer. It is part of macOS and of Windows' optional features; on Linux the package is openssh-client.",
  );
}

/**
 * Keeps a statement and its signature in a workspace. The signature is written first, so that a statement without one is
 * never left behind; where the statement cannot be written, the signature goes too.
 */
export function keepStatement(root: string, { path, bytes, signature }: SignedFile): void {
  if (signature === undefined) throw new Error("a statement without a signature is never kept");
  const full = join(root, path);
  writeFile(`${full}.sig`, signature, `${path}.sig`);
  try {
    writeFile(full, bytes.toString("utf8"), path);
  } catch (error) {
    removeFile(`${full}.sig`, `${path}.sig`);
    throw problemOf(error, `write ${path}`);
  }
}
