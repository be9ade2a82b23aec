import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Problem, problemOf } from "./problem.ts";
import { notInstalled, type SigningKey, signingKey } from "./sign.ts";

/**
 * Makes an Ed25519 key with ssh-keygen, which asks for the passphrase itself.
 *
 * @param path absolute; the public half goes beside it, with `.pub`
 * @param shown the path as messages name it
 * @param name whose key it is: its comment
 * @param passphrase what protects it; nothing: ssh-keygen asks
 * @throws Problem where something is there already: a key is never written over
 */
export function newKey(
  path: string,
  shown: string,
  name: string,
  passphrase: string | undefined,
): SigningKey {
  if (existsSync(path) || existsSync(`${path}.pub`)) {
    throw new Problem(
      `There is already a key at ${shown}, and a key is never written over.`,
      "Use it, or name another file: recare keys new --file ~/.ssh/recare_2",
    );
  }
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw problemOf(error, `make the folder of ${shown}`);
  }
  const { error, status } = spawnSync(
    "ssh-keygen",
    ["-q", "-t", "ed25519", "-C", name, "-f", path, ...(passphrase === undefined ? [] : ["-N", passphrase])],
    { stdio: "inherit" },
  );
  if (error !== undefined) throw notInstalled(error);
  if (status !== 0)
    throw new Problem("ssh-keygen made no key.", "It says why above; then run the command again.");
  return signingKey(path, shown);
}
