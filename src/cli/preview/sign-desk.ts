import { Problem } from "../../host/index.ts";
import type { CompiledPlan } from "../../plan/index.ts";
import { signedPart } from "../../report/index.ts";
import { questionsOf, type SignoffStanding, type Trust } from "../../review/index.ts";
import { type Judged, judgedWorkspace } from "../approvals/judged.ts";
import { momentOf } from "../approvals/moment.ts";
import { approveConcern } from "../approve/concern.ts";
import { type Signer, signerOf } from "../approve/signer.ts";
import { packetOf } from "../build/packets.ts";
import type { BaselineChoice } from "../check/baseline-option.ts";
import type { Selection } from "../check/selection.ts";
import type { Session } from "../session.ts";
import type { SignRequest } from "./sign-request.ts";

/** All that somebody can sign of one campaign, as the page shows it. */
export interface Signable {
  /** Whose key is here; null where there is none that counts, and then `why` says so. */
  readonly signer: { readonly name: string; readonly fingerprint: string } | null;
  readonly why: string | null;
  readonly signoffs: readonly SignableSignoff[];
}

export interface SignableSignoff {
  /** "copy in Spanish". */
  readonly about: string;
  readonly concern: string;
  readonly language: string | null;
  readonly role: string;
  readonly digest: string;
  readonly standing: SignoffStanding;
  readonly why: string;
  /** Whether the signer holds the role. */
  readonly mine: boolean;
  /** What is answered with yes by signing. */
  readonly questions: readonly string[];
  /** What the role answers for. */
  readonly checklist: readonly string[];
}

/** Where a preview signs: the same statements, keys and files as `recare approve`. */
export interface SignDesk {
  /** @throws Problem where there is no such campaign with a plan, or no trust to judge against */
  signable(campaign: string): Signable;
  /**
   * Signs, and gives what was said to the person.
   *
   * @throws Problem where the content is another than was shown, or `recare approve` would refuse
   */
  sign(request: SignRequest): Promise<string>;
}

export interface SignDeskOptions {
  readonly today: string | undefined;
  readonly baseline: BaselineChoice;
  /** Path of the key; nothing for the usual one. */
  readonly key: string | undefined;
}

export function signDesk(selection: Selection, options: SignDeskOptions, session: Session): SignDesk {
  const flags = {
    baseline: options.baseline,
    ...(options.key !== undefined && { key: options.key }),
    ...(options.today !== undefined && { today: options.today }),
  };
  const here = (): Session => ({ ...session, cwd: selection.root, now: new Date() });
  const judge = (own: Session) =>
    judgedWorkspace(
      selection,
      { flags: {}, moment: momentOf(options.today, own), baseline: options.baseline, orHere: true },
      { ...own, note: () => {} },
    );

  return {
    signable(campaign) {
      const own = here();
      const judged = judge(own);
      const plan = planOf(judged, campaign);
      const signer = signerHere(() => signerOf(flags, judged.trusted.trust, own.now.getTime(), own));
      const checklists = packetOf(judged.compiled, plan, momentOf(options.today, own).today, []).checklists;
      const verdict = judged.verdicts.find((each) => each.campaign === campaign);
      return {
        signer: signer.value && {
          name: signer.value.printedName,
          fingerprint: signer.value.key.publicKey.fingerprint,
        },
        why: signer.why,
        signoffs: (verdict?.signoffs ?? []).map((signoff) => ({
          about: signedPart(signoff),
          concern: signoff.concern,
          language: signoff.language,
          role: signoff.role,
          digest: signoff.digest,
          standing: signoff.standing,
          why: signoff.why,
          mine: holds(signer.value, signoff.role, judged.trusted.trust),
          questions: questionsOf(signoff, plan.plan, signoff.role).map(({ text }) => text),
          checklist: checklists.find(({ role }) => role === signoff.role)?.asks ?? [],
        })),
      };
    },

    async sign({ campaign, concern, language, role, digest, meaning, answers, comment }) {
      const own = here();
      const plan = planOf(judge(own), campaign);
      const subject = plan.subjects.find((each) => each.concern === concern && each.language === language);
      if (subject?.digest !== digest) throw changedSince();
      const asked = questionsOf(subject, plan.plan, role).length;
      if (meaning === "approved" && answers !== asked) {
        throw new Problem(
          `${answers} of ${asked} questions are answered with yes, and all of them are signed.`,
          "Answer each, or reject with the reason.",
        );
      }
      let said = "";
      await approveConcern(
        campaign,
        {
          ...flags,
          concern,
          ...(language !== null && { language }),
          role,
          ...(meaning === "rejected" && { reject: true }),
          ...(comment !== "" && { comment }),
          yes: true,
        },
        momentOf(options.today, own),
        {
          ...own,
          print: (text) => {
            said = text.trim();
          },
          note: () => {},
        },
        digest,
      );
      return said;
    },
  };
}

function changedSince(): Problem {
  return new Problem("The content has changed since it was shown.", "Read the new packet, then sign.");
}

function planOf({ plans }: Judged, campaign: string): CompiledPlan {
  const plan = plans.find((each) => each.campaign === campaign);
  if (plan === undefined)
    throw new Problem(`There is no plan of ${campaign} to sign.`, "A campaign with an error has none.");
  return plan;
}

/** Who has no key, or one that nobody knows, still sees where the sign-offs stand. */
function signerHere(look: () => Signer): { readonly value: Signer | null; readonly why: string | null } {
  try {
    return { value: look(), why: null };
  } catch (error) {
    if (error instanceof Problem) return { value: null, why: `${error.message} ${error.remedy}` };
    throw error;
  }
}

function holds(signer: Signer | null, role: string, { roles, neverApprove }: Trust): boolean {
  const holders = roles.get(role);
  return (signer?.names ?? []).some((name) => holders?.has(name) === true && !neverApprove.has(name));
}
