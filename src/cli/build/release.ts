import { resolve } from "node:path";
import { gitSays, isCommitted, isInRepository, Problem, shownPath } from "../../host/index.ts";
import type { Verdict, VerifiedCampaign } from "../../review/index.ts";
import { releaseText, type SignedFile, verifyRelease } from "../../review/index.ts";
import { type Judged, type JudgingAsked, judgedWorkspace } from "../approvals/judged.ts";
import { verificationOf } from "../approvals/verification.ts";
import type { Selection } from "../check/selection.ts";
import type { Session } from "../session.ts";

/** What may run of a workspace, and what is missing for the rest. */
export interface Releases {
  readonly judged: Judged;
  /** The text of `release.json`, by campaign. */
  readonly texts: ReadonlyMap<string, string>;
  /** Why a runner would refuse what is approved: a key whose time has ended since, say. By campaign, sentences. */
  readonly refused: ReadonlyMap<string, readonly string[]>;
  /** Campaigns that are not released. */
  readonly missing: readonly VerifiedCampaign[];
}

/**
 * Judges a workspace for release: what is committed, on top of the trusted revision, with its authors known.
 *
 * @param out the folder into which it is built: what lies there is no part of the workspace
 * @throws Problem where the files are not the merged change: two changes that were approved apart make a third one
 * together, which nobody approved
 */
export function releasesOf(
  selection: Selection,
  asked: JudgingAsked,
  out: string,
  session: Session,
): Releases {
  const judged = judgedWorkspace(selection, asked, session);
  refuseUnmerged(judged, selection.root, shownPath(resolve(session.cwd, out), selection.root));
  const { moment } = asked;
  const { trust } = judged.trusted;
  const texts = new Map<string, string>();
  const refused = new Map<string, readonly string[]>();
  for (const { campaign, plan } of judged.plans) {
    const verdict = judged.verdicts.find((one) => one.campaign === campaign);
    if (verdict === undefined || !verdict.approved || !("names" in judged.authors)) continue;
    const text = releaseText(plan, covering(verdict, judged.files), judged.authors.names);
    // What a runner will refuse is not handed out.
    const again = verifyRelease(text, trust, moment.now);
    if ("verified" in again) texts.set(campaign, text);
    else refused.set(campaign, again.refused);
  }
  const { campaigns } = verificationOf(judged, selection, moment);
  return { judged, texts, refused, missing: campaigns.filter(({ campaign }) => !texts.has(campaign)) };
}

/** The statements by which a verdict stands, and no others. */
function covering({ signoffs }: Verdict, files: readonly SignedFile[]): readonly SignedFile[] {
  const deciding = new Set(signoffs.map(({ path }) => path));
  return files.filter(({ path }) => deciding.has(path));
}

function refuseUnmerged({ trusted }: Judged, root: string, out: string): void {
  const { revision, source } = trusted;
  if (!isInRepository(root)) return;
  if (!isCommitted(root, out.startsWith("..") ? [] : [out]))
    throw new Problem(
      "Some files here are not committed, and a release is made from what everybody can see.",
      "Commit them, or build from a clean clone.",
    );
  if (revision !== undefined && !gitSays(root, ["merge-base", "--is-ancestor", revision.commit, "HEAD"]))
    throw new Problem(
      `${source.shown} has commits that are not here, so this is not what will be merged.`,
      `Merge ${source.shown} into it first, or build from the merge result.`,
    );
}
