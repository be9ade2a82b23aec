import { bindTrust, type RequiredRoles, type TrustPolicy } from "../model/index.ts";
import { compareText, type Outcome, type SourceText } from "../source/index.ts";
import { loadWorkspace } from "../workspace/index.ts";
import { type AllowedSigner, allowedSigners, type SignerMistake } from "./sshsig/index.ts";

/** Whose word counts: the folder `trust/`, read from the trusted revision and never from the change that it judges. */
export interface Trust {
  /** The names of those who hold each role. */
  readonly roles: ReadonlyMap<string, ReadonlySet<string>>;
  /** Roles that must sign each concern, and each translation. */
  readonly required: RequiredRoles;
  readonly signers: readonly AllowedSigner[];
  /** Fingerprints of keys that count for nothing, whenever they signed. */
  readonly revoked: ReadonlySet<string>;
  /** An outside agency, say: they write campaigns and never approve one. */
  readonly neverApprove: ReadonlySet<string>;
  /** How many different people must have signed one campaign. */
  readonly differentPeople: number;
  /** Whether content that a later approval replaced needs a new signature, even where it was signed before. */
  readonly noWayBack: boolean;
  /** Names that sign, by account on the forge. */
  readonly accounts: ReadonlyMap<string, string>;
  /** Where a review on the forge is enough; nothing: nowhere. */
  readonly forgeReviews: TrustPolicy["forgeReviews"];
}

export interface TrustMistake extends SignerMistake {
  readonly file: string;
}

/**
 * Trust from its files: `roles.yaml`, `required.yaml`, `allowed_signers`, `revoked`, under `trust/`.
 *
 * What is wrong in them is said, and trusts nobody: where roles, required approvals or revocations cannot be read, nobody
 * holds a role.
 *
 * @param files of the folder, with paths that begin with `trust/`; others are passed over
 */
export function trustOf(
  files: readonly SourceText[],
): Outcome<Trust> & { readonly mistakes: readonly TrustMistake[] } {
  const own = files
    .filter(({ path }) => path.startsWith("trust/"))
    .sort((a, b) => compareText(a.path, b.path));
  const loaded = loadWorkspace(own);
  const diagnostics = loaded.diagnostics.filter(({ at }) => at.file.startsWith("trust/"));
  const policy = bindTrust(loaded.value);
  const textOf = (name: string) => own.find(({ path }) => path === `trust/${name}`)?.text ?? "";
  const { signers, mistakes } = allowedSigners(textOf("allowed_signers"));
  const revoked = revokedKeys(textOf("revoked"));
  // Whose key a line meant to revoke nobody can tell, so nobody's counts.
  const broken = diagnostics.some(({ severity }) => severity === "error") || revoked.mistakes.length > 0;
  const holders = [...policy.roles].map(
    ([role, people]) => [role, new Set(people.map(({ value }) => value))] as const,
  );
  return {
    value: {
      roles: new Map(broken ? [] : holders),
      required: policy.required,
      signers,
      revoked: new Set(revoked.fingerprints),
      neverApprove: policy.neverApprove,
      differentPeople: policy.differentPeople,
      noWayBack: policy.noWayBack,
      accounts: policy.accounts,
      forgeReviews: policy.forgeReviews,
    },
    diagnostics,
    mistakes: [
      ...mistakes.map((mistake) => ({ ...mistake, file: "trust/allowed_signers" })),
      ...revoked.mistakes.map((mistake) => ({ ...mistake, file: "trust/revoked" })),
    ],
  };
}

/** `trust/revoked`: a fingerprint a line, as `ssh-keygen -l` prints it, and after it whatever helps to remember why. */
function revokedKeys(text: string): {
  readonly fingerprints: readonly string[];
  readonly mistakes: readonly SignerMistake[];
} {
  const lines = text.split(/\r?\n/).map((written, index) => ({ written: written.trim(), line: index + 1 }));
  const meant = lines.filter(({ written }) => written !== "" && !written.startsWith("#"));
  const sound = /^SHA256:[A-Za-z0-9+/]{43}(?=\s|$)/;
  return {
    fingerprints: meant.flatMap(({ written }) => sound.exec(written)?.[0] ?? []),
    mistakes: meant
      .filter(({ written }) => !sound.test(written))
      .map(({ line }) => ({
        line,
        message: "this line does not begin with a key's fingerprint, so it revokes nothing",
        remedy: "Write the fingerprint as `ssh-keygen -lf key.pub` prints it: SHA256: and 43 letters.",
      })),
  };
}
