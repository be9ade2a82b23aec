import { Problem, readApprovals, readApprovalsAt, readApprovalsEver } from "../../host/index.ts";
import type { CompiledPlan } from "../../plan/index.ts";
import {
  type JudgedStatement,
  type JudgedWaiver,
  judgeWaivers,
  type SignedFile,
  type Verdict,
  verdicts,
  waiversThatHold,
} from "../../review/index.ts";
import type { BaselineChoice } from "../check/baseline-option.ts";
import { type Compiled, compiledWorkspace } from "../check/compiled.ts";
import { isSelected, type Selection } from "../check/selection.ts";
import type { Session } from "../session.ts";
import { type Authors, authorsOf } from "./authors.ts";
import type { Moment } from "./moment.ts";
import type { TrustFlags } from "./options.ts";
import { type Trusted, trustedBy } from "./trusted.ts";

/** A workspace, compiled with its signed waivers, and what its signatures are worth. */
export interface Judged {
  readonly trusted: Trusted;
  readonly authors: Authors;
  readonly compiled: Compiled;
  /** Plans of the campaigns that were asked about. */
  readonly plans: readonly CompiledPlan[];
  readonly verdicts: readonly Verdict[];
  readonly statements: readonly JudgedStatement[];
  readonly waivers: readonly JudgedWaiver[];
  readonly files: readonly SignedFile[];
}

/** What is asked about a workspace and its signatures. */
export interface JudgingAsked {
  readonly flags: TrustFlags;
  readonly moment: Moment;
  readonly baseline: BaselineChoice;
  /** Whether trust of the files here is enough: to sign, and never to verify. */
  readonly orHere?: boolean;
}

/**
 * Compiles a workspace and judges what is signed in it, against the trusted revision.
 *
 * @throws Problem where there is no trust to judge against
 */
export function judgedWorkspace(
  selection: Selection,
  { flags, moment, baseline, orHere = false }: JudgingAsked,
  session: Session,
): Judged {
  const { root } = selection;
  const trusted = trustedBy(root, flags, session, orHere);
  const authors = authorsOf(root, flags, trusted, session);
  const files = readApprovals(root);
  const { revision, trust } = trusted;
  const refusals = revision === undefined ? [] : readApprovalsAt(revision);
  const earlier = trust.noWayBack && revision !== undefined ? readApprovalsEver(revision) : [];
  const against = { today: moment.today, baseline };
  const unsigned = compiledWorkspace(selection, { ...against, signed: [] }, session);
  const organisation = unsigned.compilation.workspace.organization.id;
  const names = "names" in authors ? new Set(authors.names) : undefined;
  const settled = new Set(refusals.map(({ bytes }) => bytes.toString("latin1")));
  const given = {
    trust,
    organisation,
    authors: names,
    now: moment.now,
    isSettled: ({ bytes }: SignedFile) => settled.has(bytes.toString("latin1")),
  };
  const waivers = judgeWaivers(files, refusals, given);
  const signed = waiversThatHold(waivers);
  const compiled =
    signed.length === 0 ? unsigned : compiledWorkspace(selection, { ...against, signed }, session);
  const plans = plansAsked(compiled, selection);
  const judged = verdicts(plans, { files, refusals, earlier }, given);
  return { trusted, authors, compiled, plans, files, waivers, ...judged };
}

/**
 * The same where something is signed and there is trust to judge it by; else nothing, and a note says why: a packet that
 * was printed without verification says so itself.
 */
export function judgedIfSigned(
  selection: Selection,
  asked: JudgingAsked,
  session: Session,
): Judged | undefined {
  if (readApprovals(selection.root).length === 0) return undefined;
  try {
    return judgedWorkspace(selection, asked, session);
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    session.note(`note: approvals were not verified, and the packets say so: ${thrown.message}\n`);
    return undefined;
  }
}

function plansAsked({ compilation }: Compiled, selection: Selection): readonly CompiledPlan[] {
  const asked = new Set(
    compilation.workspace.campaigns.filter(({ file }) => isSelected(file, selection)).map(({ id }) => id),
  );
  return compilation.plans.filter(({ campaign }) => asked.has(campaign));
}
