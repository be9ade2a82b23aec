import { allows, type Trust, verifySignature } from "../review/index.ts";
import { contentsOf, git, type Revision } from "./git.ts";

/** What git signs commits for. */
const GIT_NAMESPACE = "git";

/** More commits than this are no change that somebody reviews. */
const MOST_COMMITS = 5_000;

/** Who wrote some commits, where every one of them says so in a way that nobody else can. */
export type CommitAuthors =
  | { readonly authors: ReadonlySet<string> }
  /** The first commit whose author is not known, and why. */
  | { readonly unknown: string };

/**
 * The authors of every commit of a change, from their SSH signatures: a name that is only written in a commit can be
 * anybody's.
 *
 * @param base commits that it has are not part of the change
 * @param head the change
 */
export function commitAuthors(base: Revision, head: Revision, { signers, revoked }: Trust): CommitAuthors {
  const listed = git(head.top, [
    "rev-list",
    `--max-count=${MOST_COMMITS + 1}`,
    head.commit,
    `^${base.commit}`,
  ]);
  const commits = listed
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "");
  if (commits.length > MOST_COMMITS) return { unknown: `The change has more than ${MOST_COMMITS} commits.` };
  const authors = new Set<string>();
  for (const [index, content] of contentsOf(head.top, commits).entries()) {
    const name = `The commit ${commits[index]?.slice(0, 10)}`;
    const signed = signatureIn(content);
    if (signed === undefined) return { unknown: `${name} is not signed.` };
    const verified = verifySignature(signed.payload, signed.signature, GIT_NAMESPACE);
    if (!verified.genuine) return { unknown: `${name} has no genuine signature: ${verified.why}.` };
    if (revoked.has(verified.key.fingerprint)) return { unknown: `${name} is signed with a revoked key.` };
    const owners = signers.filter(({ key }) => key.blob.equals(verified.key.blob));
    const named = owners.flatMap(({ principals }) => principals);
    const known = named.filter((principal) =>
      allows(signers, { key: verified.key, principal, namespace: GIT_NAMESPACE, at: signed.at }),
    );
    if (known.length === 0)
      return {
        unknown: `${name} is signed with a key that trust/allowed_signers does not allow to sign commits.`,
      };
    for (const principal of known) authors.add(principal);
  }
  return { authors };
}

/** A commit without its signature, the signature, and the time that it claims. */
function signatureIn(
  content: Buffer,
): { readonly payload: Buffer; readonly signature: string; readonly at: number } | undefined {
  const text = content.toString("latin1");
  const end = text.indexOf("\n\n");
  const header = text.slice(0, end + 1);
  const field = /^gpgsig(?:-sha256)? ((?:.*\n)(?: .*\n)*)/m.exec(header);
  const at = /^committer .* (\d+) [+-]\d{4}$/m.exec(header)?.[1];
  if (field === null || field[1] === undefined || at === undefined) return undefined;
  const payload =
    header.slice(0, field.index) + header.slice(field.index + field[0].length) + text.slice(end + 1);
  return {
    payload: Buffer.from(payload, "latin1"),
    signature: field[1].replaceAll(/\n /g, "\n"),
    at: Number(at) * 1000,
  };
}
