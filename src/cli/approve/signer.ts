import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { Problem, type SigningKey, shownPath, signingKey, usualKey } from "../../host/index.ts";
import { APPROVAL_NAMESPACE, allows, type Trust } from "../../review/index.ts";
import { choices } from "../../source/index.ts";
import type { Session } from "../session.ts";
import type { ApproveFlags } from "./command.ts";

/** Somebody with a key that counts. */
export interface Signer {
  readonly key: SigningKey;
  /** Names under which `trust/allowed_signers` knows the key today. */
  readonly names: readonly string[];
  /** As the person writes it. */
  readonly printedName: string;
}

/**
 * Whose key it is, as trust knows it.
 *
 * @throws Problem where there is no key, or nobody whose it is
 */
export function signerOf(flags: ApproveFlags, trust: Trust, now: number, session: Session): Signer {
  const path = flags.key === undefined ? usualKey(session.env) : resolve(session.cwd, flags.key);
  if (path === undefined)
    throw new Problem(
      "There is no key to sign with.",
      "Make one: recare keys new. Or name yours: --key ~/.ssh/id_ed25519",
    );
  const key = signingKey(path, flags.key ?? shownPath(path, session.cwd));
  const { fingerprint, blob, type } = key.publicKey;
  if (trust.revoked.has(fingerprint))
    throw new Problem(
      `The key ${fingerprint} was revoked: nothing that it signs counts.`,
      "Sign with another key.",
    );
  const owned = trust.signers.filter((signer) => signer.key.blob.equals(blob));
  const names = [...new Set(owned.flatMap(({ principals }) => principals))].filter((principal) =>
    allows(trust.signers, { key: key.publicKey, principal, namespace: APPROVAL_NAMESPACE, at: now }),
  );
  if (names.length === 0) {
    throw owned.length > 0
      ? new Problem(
          `trust/allowed_signers does not let the key ${fingerprint} sign approvals today.`,
          `Look at its line: valid-after, valid-before, and namespaces="${APPROVAL_NAMESPACE}".`,
        )
      : new Problem(
          `trust/allowed_signers does not know the key ${fingerprint}.`,
          `Have this line added in a change of its own: you@clinic.example namespaces="${APPROVAL_NAMESPACE}" ${type} ${blob.toString("base64")}`,
        );
  }
  if (flags.signer !== undefined && !names.includes(flags.signer))
    throw new Problem(
      `The key ${fingerprint} does not sign for ${flags.signer}.`,
      `It signs for ${choices(names)}.`,
    );
  return {
    key,
    names: flags.signer === undefined ? names : [flags.signer],
    printedName: flags.name ?? (gitName(session.cwd) || (names[0] ?? "")),
  };
}

/**
 * The name under which somebody signs in a role.
 *
 * @throws Problem where none of the names holds it, or several do
 */
export function nameInRole({ names }: Signer, role: string, trust: Trust): string {
  const holders = trust.roles.get(role) ?? new Set<string>();
  const own = names.filter((name) => holders.has(name));
  const [name, another] = own;
  if (name === undefined) {
    const who = [...holders].sort();
    throw new Problem(
      `${names.join(" and ")} ${names.length === 1 ? "does" : "do"} not hold the role ${role}.`,
      who.length === 0
        ? `Nobody does: name somebody in trust/roles.yaml, in a change of its own.`
        : `${choices(who)} can sign, or trust/roles.yaml is changed first, in a change of its own.`,
    );
  }
  if (another !== undefined)
    throw new Problem(`The key signs for ${choices(own)}.`, `Say for whom: --signer ${name}`);
  if (trust.neverApprove.has(name))
    throw new Problem(`${name} writes campaigns and approves none.`, "Have somebody else sign.");
  return name;
}

function gitName(cwd: string): string {
  const { error, status, stdout } = spawnSync("git", ["config", "user.name"], { cwd });
  return error === undefined && status === 0 ? stdout.toString("utf8").trim() : "";
}
