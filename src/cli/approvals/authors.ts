import { commitAuthors, isCommitted, isInRepository, revisionOf } from "../../host/index.ts";
import type { Trust } from "../../review/index.ts";
import { compareText } from "../../source/index.ts";
import type { Session } from "../session.ts";
import type { TrustFlags } from "./options.ts";
import type { Trusted } from "./trusted.ts";

/** Who wrote the change, by the names of `trust/`. */
export type Authors =
  | { readonly names: readonly string[]; readonly from: "asked" | "commits" }
  /** Nobody knows, and why: a sentence. */
  | { readonly unknown: string };

/**
 * Who wrote the change: as somebody says who knows (CI, from the forge), else as its signed commits prove. Names that are
 * only written in commits are never believed.
 */
export function authorsOf(root: string, flags: TrustFlags, trusted: Trusted, session: Session): Authors {
  const asked =
    flags.author ?? (session.env.RECARE_AUTHORS ?? "").split(/[\s,]+/).filter((name) => name !== "");
  if (asked.length > 0) return named(asked, trusted.trust);
  if (!isInRepository(root)) return { unknown: "There is no git repository, and no --author was given." };
  const base = flags.base === undefined ? trusted.revision : revisionOf(root, flags.base);
  if (base === undefined) return { unknown: "No --author and no --base was given." };
  const head = revisionOf(root, "HEAD");
  if (!isCommitted(root, ["approvals"])) return { unknown: "Some files here are not committed." };
  if (head.commit === base.commit)
    return {
      unknown: `HEAD is ${flags.base ?? trusted.source.shown} itself, so that nobody can tell what changed.`,
    };
  const found = commitAuthors(base, head, trusted.trust);
  return "unknown" in found ? found : { names: [...found.authors].sort(compareText), from: "commits" };
}

/** An e-mail address is a signing name; anything else is an account on the forge, which `trust/roles.yaml` must know. */
function named(asked: readonly string[], { accounts }: Trust): Authors {
  const names = new Set<string>();
  for (const author of asked) {
    const account = author.replace(/^@/, "");
    const name = account.includes("@") ? account : accounts.get(account);
    if (name === undefined)
      return { unknown: `Whose account ${account} is, trust/roles.yaml does not say under accounts.` };
    names.add(name);
  }
  return { names: [...names].sort(compareText), from: "asked" };
}
