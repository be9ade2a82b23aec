import { compareText } from "../source/index.ts";
import type { Signoff } from "./signoff.ts";
import type { Trust } from "./trust.ts";

/** What to do about a sign-off that does not stand. */
export interface Remedy {
  /** A sentence, which ends with a colon where a command follows. */
  readonly text: string;
  /** What somebody who may sign types. */
  readonly command: string | null;
}

/**
 * What to do about a sign-off that does not stand; nothing for one that does.
 *
 * @param authors who wrote the change: they are not asked to sign it
 */
export function remedyOf(
  { concern, language, role, standing, path }: Signoff,
  campaign: string,
  { trust, authors }: { readonly trust: Trust; readonly authors: ReadonlySet<string> | undefined },
): Remedy | undefined {
  const able = holdersOf(role, trust, authors);
  const of = language === null ? "" : ` --language ${language}`;
  const command = `recare approve ${campaign} --concern ${concern}${of} --role ${role}`;
  const signAfter = (first: string): Remedy => {
    if (able.length > 0) return { text: `${first}${able.slice(0, 3).join(" or ")} can sign it:`, command };
    const nobody = `nobody who may sign holds the role ${role}; name somebody in trust/roles.yaml and trust/allowed_signers, in a change of its own.`;
    return { text: `${first}${first === "" ? nobody.replace("nobody", "Nobody") : nobody}`, command: null };
  };
  switch (standing) {
    case "valid":
      return undefined;
    case "needed":
    case "wrong role":
      return signAfter("");
    case "stale":
      return signAfter("Read what changed, and sign again: ");
    case "expired":
      return signAfter("Read it once more, and sign again: ");
    case "superseded":
      return signAfter("Read it as if it were new, and sign again: ");
    case "revoked":
      return signAfter("Sign again with a key that counts: ");
    case "forged":
      return signAfter(`Find out who wrote ${path}, and delete it: `);
    case "wrong campaign":
      return signAfter(`Delete ${path}: `);
    case "wrong grade":
      return signAfter("Sign it with a key, or accept reviews on the forge in trust/required.yaml: ");
    case "self-approval":
      return signAfter("Somebody who did not write the change has to sign: ");
    case "withdrawn":
      return signAfter("Ask why it was withdrawn: ");
    case "rejected":
      return {
        text: "Change what was rejected; that is then signed anew.",
        command: null,
      };
  }
}

/** Who can sign in a role, by name. */
export function holdersOf(
  role: string,
  { roles, neverApprove, signers }: Trust,
  authors: ReadonlySet<string> | undefined,
): readonly string[] {
  const withKey = new Set(signers.flatMap(({ principals }) => principals));
  return [...(roles.get(role) ?? [])]
    .filter((name) => withKey.has(name) && !neverApprove.has(name) && !(authors?.has(name) ?? false))
    .sort(compareText);
}
