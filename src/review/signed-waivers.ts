import type { SignedWaiver } from "../waivers/index.ts";
import { type Circumstances, type SignedFile, type Standing, spokenBy } from "./judge-statement.ts";
import { WAIVER_TYPE, type WaiverStatement } from "./statement.ts";

/** A signed waiver, and what it is worth today. */
export interface JudgedWaiver {
  readonly path: string;
  readonly statement: WaiverStatement;
  readonly standing: Standing | "withdrawn";
  /** Why, as a sentence. */
  readonly why: string;
}

/**
 * Signatures on waivers, judged as approvals are. Whether one fits a comment that stands in the files is for the compiler
 * to see: its digest is over the comment and the words that it covers.
 *
 * @param refusals statements of the trusted revision: a withdrawal there counts even where the change deletes it
 */
export function judgeWaivers(
  files: readonly SignedFile[],
  refusals: readonly SignedFile[],
  given: Omit<Circumstances, "plans">,
): readonly JudgedWaiver[] {
  const judge = (some: readonly SignedFile[]) => some.flatMap((file) => judgeWaiver(file, given));
  const own = judge(files);
  const withdrawn = [...own, ...judge(refusals)].filter(
    ({ statement, standing }) =>
      statement.meaning === "withdrawn" && (standing === "valid" || standing === "expired"),
  );
  return own
    .filter(({ statement }) => statement.meaning === "waived")
    .map((waiver) => {
      const { statement, standing } = waiver;
      const takenBack = withdrawn.some(
        ({ statement: { digest, signer } }) => digest === statement.digest && signer === statement.signer,
      );
      return standing === "valid" && takenBack
        ? { ...waiver, standing: "withdrawn", why: `${statement.signer} withdrew it.` }
        : waiver;
    });
}

/** Those that hold, as the compiler takes them. */
export function waiversThatHold(judged: readonly JudgedWaiver[]): readonly SignedWaiver[] {
  return judged.flatMap(({ standing, statement: { rule, place, role, digest } }) =>
    standing === "valid" ? [{ rule, place, role, digest }] : [],
  );
}

function judgeWaiver(file: SignedFile, given: Omit<Circumstances, "plans">): readonly JudgedWaiver[] {
  const { organisation, authors, now } = given;
  const { statement, fault } = spokenBy(file, given);
  if (statement?.type !== WAIVER_TYPE) return [];
  const is = (standing: Standing, why: string) => [{ path: file.path, statement, standing, why }];
  if (fault !== undefined) return is(...fault);
  const { signer, rule, expiresAt, signedAt, meaning } = statement;
  if (statement.organisation !== organisation)
    return is("wrong campaign", `It is about a file of ${statement.organisation}, which is not built here.`);
  if (meaning === "waived" && authors?.has(signer))
    return is("self-approval", `${signer} took part in writing what is waived.`);
  if (now >= Date.parse(expiresAt)) return is("expired", `It expired on ${expiresAt.slice(0, 10)}.`);
  return is("valid", `${signer} signed the waiver of ${rule} on ${signedAt.slice(0, 10)}.`);
}
