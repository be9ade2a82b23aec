import { resolve } from "node:path";
import { addMonths } from "../../calendar/index.ts";
import { compile } from "../../compile.ts";
import { keepStatement, Problem, readRevision, readText, signStatement } from "../../host/index.ts";
import { type CompiledPlan, type Concern, subjectName } from "../../plan/index.ts";
import { visible } from "../../report/index.ts";
import {
  type ApprovalStatement,
  approvalsInReviews,
  compare,
  type ForgeApproval,
  newScope,
  questionsOf,
  rolesThatSign,
  STATEMENT_TYPE,
  type Trust,
} from "../../review/index.ts";
import { NEW_SCOPE_FRESH_REVIEW } from "../../rules/index.ts";
import type { Moment } from "../approvals/moment.ts";
import { type Trusted, trustedBy } from "../approvals/trusted.ts";
import { onlyWorkspace, type Selection } from "../check/selection.ts";
import type { Session } from "../session.ts";
import type { ApproveFlags } from "./command.ts";
import { confirmed } from "./confirm.ts";
import { type Signer, signerOf } from "./signer.ts";

const { code, name: rule } = NEW_SCOPE_FRESH_REVIEW;

/**
 * Repeats approvals of a pull request as statements of the weaker grade, signed by the importer: each for what the change
 * changed, in the concerns for which `trust/required.yaml` accepts reviews, and the roles that the reviewer holds.
 *
 * @param file what `GET /repos/{owner}/{repo}/pulls/{number}/reviews` answers
 * @throws Problem where the file is none, nothing is accepted, or the key is not the importer's
 */
export async function importReviews(
  file: string,
  campaign: string | undefined,
  flags: ApproveFlags,
  moment: Moment,
  session: Session,
): Promise<void> {
  const selection = onlyWorkspace([], session.cwd);
  const trusted = trustedBy(selection.root, flags, session);
  const { forgeReviews } = trusted.trust;
  if (forgeReviews === undefined)
    throw new Problem(
      `trust/required.yaml in ${trusted.source.shown} accepts no reviews on the forge.`,
      "Say for which concerns they count, in a change of its own: forge_reviews. Until then, have people sign.",
    );
  const { importedBy } = forgeReviews;
  const signer = signerOf({ ...flags, signer: importedBy }, trusted.trust, moment.now, session);
  const read = approvalsInReviews(readText(resolve(session.cwd, file), file));
  if ("broken" in read)
    throw new Problem(
      `${file} does not list reviews: ${read.broken}.`,
      "Save what gh api repos/OWNER/REPO/pulls/NUMBER/reviews prints.",
    );
  const statements: ApprovalStatement[] = [];
  for (const approval of read.approvals) {
    const { said, found } = statementsOf(approval, { selection, trusted, moment, signer, campaign });
    session.print(`${visible(`${approval.account}: ${said}`)}\n`);
    statements.push(...found);
  }
  for (const why of read.passedOver) session.print(`${visible(why)}\n`);
  if (statements.length === 0) return session.print("Nothing was imported.\n");
  await confirmed("import", flags.yes, session);
  for (const statement of statements) keepStatement(selection.root, signStatement(statement, signer.key));
  session.print(
    `${statements.length} statement${statements.length === 1 ? "" : "s"} imported, as reviews on the forge.\n`,
  );
}

interface Importing {
  readonly selection: Selection;
  readonly trusted: Trusted;
  readonly moment: Moment;
  readonly signer: Signer;
  readonly campaign: string | undefined;
}

function statementsOf(
  approval: ForgeApproval,
  { selection, trusted, moment, signer, campaign }: Importing,
): { readonly said: string; readonly found: readonly ApprovalStatement[] } {
  const { trust, revision } = trusted;
  const name = trust.accounts.get(approval.account);
  if (name === undefined) return { said: "trust/roles.yaml does not say whose account it is.", found: [] };
  const plans = plansAt(selection.root, approval.commit, moment.today).filter(
    (plan) => campaign === undefined || plan.campaign === campaign,
  );
  const before = revision === undefined ? [] : plansAt(selection.root, revision.commit, moment.today);
  const signed = new Set(before.flatMap(({ subjects }) => subjects.map(({ digest }) => digest)));
  const wider = widened(before, plans);
  const found = plans
    .flatMap((plan) => statementsOn(plan, signed, { approval, name, trust, signer }))
    .filter(
      (statement) =>
        !wider.some((one) => one.campaign === statement.campaign && one.concerns.has(statement.concern)),
    );
  const what = found.map((one) => `${one.campaign} ${subjectName(one)} as ${one.role}`);
  const fresh = wider.map(
    ({ campaign: id, about }) => `${id} is not covered: ${about} is new in its scope (${code} ${rule})`,
  );
  const said = what.length === 0 ? [`${name} is asked for nothing that a review here can cover`] : what;
  return { said: [...said, ...fresh].join("; "), found };
}

interface Widened {
  readonly campaign: string;
  /** What is new, the first of it. */
  readonly about: string;
  readonly concerns: ReadonlySet<Concern>;
}

/** Campaigns with something new in their scope: that is signed with a key. */
function widened(before: readonly CompiledPlan[], after: readonly CompiledPlan[]): readonly Widened[] {
  const asked = new Set(after.map(({ campaign }) => campaign));
  return compare(before, after).flatMap(({ campaign, changes }) => {
    const fresh = newScope(changes);
    const [first] = fresh;
    if (first === undefined || !asked.has(campaign)) return [];
    return [{ campaign, about: first.about, concerns: new Set(fresh.flatMap(({ concerns }) => concerns)) }];
  });
}

/** Of one plan: what the change changed, in concerns that accept reviews, in roles that the reviewer holds. */
function statementsOn(
  { plan, subjects, campaign, digest: planDigest }: CompiledPlan,
  before: ReadonlySet<string>,
  { approval, name, trust, signer }: { approval: ForgeApproval; name: string; trust: Trust; signer: Signer },
): readonly ApprovalStatement[] {
  const [importedBy = ""] = signer.names;
  return subjects
    .filter(
      ({ concern, digest }) => !before.has(digest) && (trust.forgeReviews?.accept.has(concern) ?? false),
    )
    .flatMap((subject) =>
      rolesThatSign(subject, plan, trust.required)
        .filter((role) => trust.roles.get(role)?.has(name) === true && !trust.neverApprove.has(name))
        .map((role): ApprovalStatement => {
          const { concern, language, digest } = subject;
          const day = approval.submittedAt.slice(0, 10);
          return {
            type: STATEMENT_TYPE,
            organisation: plan.identity.organisation,
            campaign,
            concern,
            language,
            digest,
            meaning: "approved",
            role,
            signer: name,
            name: approval.account,
            signedAt: approval.submittedAt,
            expiresAt: `${addMonths(day, 12)}T00:00:00Z`,
            questions: questionsOf(subject, plan, role).map(({ text }) => text),
            // There was no packet to read on the forge: what was reviewed is the commit, and so the plan.
            packet: planDigest,
            review: {
              forge: "github",
              id: approval.id,
              account: approval.account,
              commit: approval.commit,
              importedBy,
            },
            comment: "",
          };
        }),
    );
}

function plansAt(root: string, commit: string, today: string): readonly CompiledPlan[] {
  const { files, assets, baseline } = readRevision(root, commit);
  return compile({ files, assets, today, baseline }).plans;
}
