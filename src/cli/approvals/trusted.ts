import { join, resolve } from "node:path";
import {
  gitSays,
  isInRepository,
  type Revision,
  readTrust,
  revisionOf,
  type TrustSource,
  USUAL_TRUST_REF,
} from "../../host/index.ts";
import { type Trust, type TrustMistake, trustOf } from "../../review/index.ts";
import type { Diagnostic } from "../../source/index.ts";
import type { Session } from "../session.ts";
import type { TrustFlags } from "./options.ts";

/** Trust as it was read, with what is wrong in it. */
export interface Trusted {
  readonly trust: Trust;
  readonly source: TrustSource;
  /** The trusted revision; nothing where trust is a folder. */
  readonly revision: Revision | undefined;
  readonly mistakes: readonly TrustMistake[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Trust from where the options say, else `RECARE_TRUST_REF`, else `origin/main`.
 *
 * @param orHere where none of these is there, what the files here say: enough to sign, and never to verify
 * @throws Problem where there is none
 */
export function trustedBy(root: string, flags: TrustFlags, session: Session, orHere = false): Trusted {
  const ref = flags.trustRef ?? (session.env.RECARE_TRUST_REF || undefined);
  const folder = flags.trust === undefined ? undefined : resolve(session.cwd, flags.trust);
  const isHere = orHere && ref === undefined && folder === undefined && !isThere(root);
  if (isHere)
    session.note(`note: there is no ${USUAL_TRUST_REF} here, so trust/ of the files here was read\n`);
  const source = isHere
    ? readTrust(root, { ref: undefined, folder: join(root, "trust"), shown: "trust" })
    : readTrust(root, { ref, folder, shown: flags.trust });
  const { value: trust, mistakes, diagnostics } = trustOf(source.files);
  const revision =
    source.revision === undefined || !isInRepository(root) ? undefined : revisionOf(root, source.revision);
  return { trust, source, revision, mistakes, diagnostics };
}

function isThere(root: string): boolean {
  return gitSays(root, ["rev-parse", "--verify", "--quiet", `${USUAL_TRUST_REF}^{commit}`]);
}
