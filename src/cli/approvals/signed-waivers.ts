import { Problem, readApprovals, readApprovalsAt } from "../../host/index.ts";
import { bind } from "../../model/index.ts";
import { judgeWaivers, WAIVER_TYPE, waiversThatHold } from "../../review/index.ts";
import type { Diagnostic, SourceText } from "../../source/index.ts";
import type { SignedWaiver } from "../../waivers/index.ts";
import { loadWorkspace } from "../../workspace/index.ts";
import type { Session } from "../session.ts";
import { momentOf } from "./moment.ts";
import type { TrustFlags } from "./options.ts";
import { trustedBy } from "./trusted.ts";

/** Whether somebody's signature would change what was found: a waiver waits for one. */
export function waitsForSignature(findings: readonly Diagnostic[]): boolean {
  return findings.some(({ waiver }) => waiver?.standing === "proposed");
}

/**
 * Signed waivers of a workspace that hold by the trusted revision. Where there is none, none holds, and a note says so: a
 * check goes on, and what waits for a signature still counts.
 */
export function signedWaivers(
  root: string,
  files: readonly SourceText[],
  { today, flags = {} }: { readonly today: string; readonly flags?: TrustFlags | undefined },
  session: Session,
): readonly SignedWaiver[] {
  const statements = readApprovals(root).filter(({ bytes }) => bytes.includes(WAIVER_TYPE));
  if (statements.length === 0) return [];
  try {
    const { trust, revision } = trustedBy(root, flags, session);
    const organisation = bind(loadWorkspace(files).value, new Map(), today).value.organization.id;
    const refusals = revision === undefined ? [] : readApprovalsAt(revision);
    const { now } = momentOf(today, session);
    return waiversThatHold(
      judgeWaivers(statements, refusals, { trust, organisation, authors: undefined, now }),
    );
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    session.note(`note: signed waivers were not verified, so they wait: ${thrown.message}\n`);
    return [];
  }
}
