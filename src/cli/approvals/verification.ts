import { gitSays, isInRepository } from "../../host/index.ts";
import {
  remedyOf,
  VERIFICATION_FORMAT,
  type Verdict,
  type Verification,
  type VerifiedCampaign,
} from "../../review/index.ts";
import { isSelected, type Selection } from "../check/selection.ts";
import type { Judged } from "./judged.ts";
import type { Moment } from "./moment.ts";
import { SignedBefore } from "./signed-before.ts";

/** Everything that was judged, in the form that is printed: with what changed since, and what to do. */
export function verificationOf(judged: Judged, selection: Selection, moment: Moment): Verification {
  const { trusted, authors, compiled, verdicts, statements, waivers } = judged;
  const { workspace } = compiled.compilation;
  const before = new SignedBefore(judged, selection.root, moment.today);
  const names = "names" in authors ? new Set(authors.names) : undefined;
  const verified = (verdict: Verdict): VerifiedCampaign => ({
    campaign: verdict.campaign,
    signed: isSigned(verdict),
    approved: verdict.approved,
    signoffs: verdict.signoffs.map((signoff) => ({
      ...signoff,
      remedy: remedyOf(signoff, verdict.campaign, { trust: trusted.trust, authors: names }) ?? null,
      since: signoff.standing === "stale" ? before.changesSince(signoff, verdict.campaign) : null,
    })),
    objections: verdict.objections,
  });
  const campaigns = workspace.campaigns
    .filter(({ file }) => isSelected(file, selection))
    .map(({ id }) => {
      const verdict = verdicts.find(({ campaign }) => campaign === id);
      return verdict === undefined ? withErrors(id) : verified(verdict);
    });
  const deciding = new Set(verdicts.flatMap(({ signoffs }) => signoffs.flatMap(({ path }) => path ?? [])));
  const asked = new Set(campaigns.map(({ campaign }) => campaign));
  return {
    format: VERIFICATION_FORMAT,
    organisation: workspace.organization.id,
    trust: trusted.source.shown,
    authors: "names" in authors ? authors.names : null,
    notes: [...("unknown" in authors ? [authors.unknown] : []), ...notesOn(judged, selection.root)],
    campaigns,
    others: [
      ...statements.filter(
        ({ path, standing, statement }) =>
          standing !== "valid" &&
          standing !== "stale" &&
          !deciding.has(path) &&
          statement?.type !== "recare.waiver/1" &&
          (statement === undefined || standing === "wrong campaign" || asked.has(statement.campaign)),
      ),
      ...waivers.filter(({ standing }) => standing !== "valid"),
    ].map(({ path, standing, why }) => ({ path, standing, why })),
  };
}

/** Signed by everybody who must, whether or not it is known who wrote the change. */
function isSigned({ signoffs, objections }: Verdict): boolean {
  return (
    signoffs.every(({ standing }) => standing === "valid") &&
    objections.every(({ kind }) => kind === "authors not known")
  );
}

function withErrors(campaign: string): VerifiedCampaign {
  return { campaign, signed: false, approved: false, signoffs: null, objections: [] };
}

function notesOn({ trusted }: Judged, root: string): readonly string[] {
  const { mistakes, diagnostics, source, revision } = trusted;
  const wrong = mistakes.map(
    ({ file, line, message, remedy }) =>
      `${file}:${line} in ${source.shown} counts for nothing: ${message}. ${remedy}`,
  );
  const unread = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(
      ({ at, message }) => `${at.file} in ${source.shown} has an error, so nobody holds a role: ${message}.`,
    );
  const edits =
    revision !== undefined &&
    isInRepository(root) &&
    !gitSays(root, ["diff", "--quiet", revision.commit, "--", "trust"])
      ? ["This change also edits trust/. What it says there counts once it was merged, and not before."]
      : [];
  return [...wrong, ...unread, ...edits];
}
