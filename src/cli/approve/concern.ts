import { keepStatement, Problem, signStatement } from "../../host/index.ts";
import { packetHtml } from "../../packet/index.ts";
import { type CompiledPlan, type SubjectDigest, sha256, subjectName } from "../../plan/index.ts";
import {
  type ApprovalStatement,
  type Meaning,
  questionsOf,
  STATEMENT_TYPE,
  type Trust,
} from "../../review/index.ts";
import { type Judged, judgedWorkspace } from "../approvals/judged.ts";
import type { Moment } from "../approvals/moment.ts";
import { verificationOf } from "../approvals/verification.ts";
import { packetOf } from "../build/packets.ts";
import { resultsFolder } from "../evidence/results-folder.ts";
import type { Session } from "../session.ts";
import { campaignAsked } from "./campaign.ts";
import type { ApproveFlags } from "./command.ts";
import { confirmed } from "./confirm.ts";
import { shownBeforeSigning } from "./show.ts";
import { nameInRole, type Signer, signerOf } from "./signer.ts";
import { roleAsked, subjectAsked } from "./subject.ts";
import { termOf } from "./term.ts";

/**
 * Signs one concern of a campaign, or one language of its copy.
 *
 * @param shown digest of what the person was shown; nothing where it is shown here, before they are asked
 */
export async function approveConcern(
  campaign: string | undefined,
  flags: ApproveFlags,
  moment: Moment,
  session: Session,
  shown?: string,
): Promise<void> {
  const { selection, id } = campaignAsked(campaign, session);
  const judged = judgedWorkspace(
    selection,
    { flags, moment, baseline: flags.baseline, orHere: true },
    session,
  );
  const compiled = planOf(judged, id);
  const { trust } = judged.trusted;
  const signer = signerOf(flags, trust, moment.now, session);
  const subject = subjectAsked(flags, compiled, trust, signer);
  if (shown !== undefined && subject.digest !== shown)
    throw new Problem("The content has changed since it was shown.", "Read the new packet, then sign.");
  const role = roleAsked(flags.role, subject, compiled, trust, signer);
  const packet = packetOf(judged.compiled, compiled, moment.today, resultsFolder(selection).files);
  const statement = statementOf(
    { flags, moment, session, compiled, subject, role, trust, signer },
    packetHtml(packet),
  );
  const [verified] = verificationOf(judged, selection, moment).campaigns.filter((one) => one.campaign === id);
  const checklist = packet.checklists.find((list) => list.role === role)?.asks ?? [];
  const signoff = verified?.signoffs?.find(
    (one) => subjectName(one) === subjectName(subject) && one.role === role,
  );
  session.print(shownBeforeSigning({ statement, signer, signoff, checklist, packet }, session));
  await confirmed(subjectName(subject), flags.yes, session);
  const signed = signStatement(statement, signer.key);
  keepStatement(selection.root, signed);
  session.print(
    `\nSigned: ${selection.prefix}${signed.path}, and .sig beside it.\nCommit both files; recare verify says what is still missing.\n`,
  );
}

/** A campaign with errors has nothing to sign. */
function planOf({ plans, compiled }: Judged, id: string): CompiledPlan {
  const plan = plans.find((one) => one.campaign === id);
  if (plan !== undefined) return plan;
  const errors = compiled.findings.filter(({ severity }) => severity === "error").length;
  throw new Problem(
    `${id} has ${errors === 1 ? "an error" : `${errors} errors`}, so there is no plan to sign.`,
    "Run recare check, and have it mended first.",
  );
}

interface Signing {
  readonly flags: ApproveFlags;
  readonly moment: Moment;
  readonly session: Session;
  readonly compiled: CompiledPlan;
  readonly subject: SubjectDigest;
  readonly role: string;
  readonly trust: Trust;
  readonly signer: Signer;
}

function statementOf(
  { flags, moment, session, compiled: { plan }, subject, role, trust, signer }: Signing,
  packet: string,
): ApprovalStatement {
  const meaning = meaningOf(flags);
  const comment = flags.comment ?? "";
  if (meaning === "rejected" && comment.trim() === "")
    throw new Problem("A rejection says why.", 'Add it: --comment "The last sentence promises a result"');
  const { concern, language, digest } = subject;
  return {
    type: STATEMENT_TYPE,
    organisation: plan.identity.organisation,
    campaign: plan.identity.campaign,
    concern,
    language,
    digest,
    meaning,
    role,
    signer: nameInRole(signer, role, trust),
    name: signer.printedName,
    ...termOf(flags.expires, moment, session),
    questions: meaning === "approved" ? questionsOf(subject, plan, role).map(({ text }) => text) : [],
    packet: sha256(packet),
    review: null,
    comment,
  };
}

function meaningOf({ reject, withdraw }: ApproveFlags): Meaning {
  if (reject === true) return "rejected";
  return withdraw === true ? "withdrawn" : "approved";
}
