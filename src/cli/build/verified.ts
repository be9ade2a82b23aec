import type { ApprovalState, Verified } from "../../packet/index.ts";
import type { Signoff } from "../../review/index.ts";
import type { Judged } from "../approvals/judged.ts";

/** What verification found of each campaign, as its packet shows it; by campaign. */
export function verifiedOf({ verdicts, statements }: Judged): ReadonlyMap<string, Verified> {
  const byPath = new Map(statements.map((judged) => [judged.path, judged]));
  const stateOf = (signoff: Signoff): ApprovalState => {
    const { concern, language, role, standing, why, grade, path } = signoff;
    const judged = path === undefined ? undefined : byPath.get(path);
    const statement = judged?.statement?.type === "recare.approval/1" ? judged.statement : undefined;
    const isForge =
      grade === "forge" ? " That is known by a review on the forge alone: there is no signature." : "";
    return {
      concern,
      language,
      role,
      state: standing,
      // Of a signature that stands the line beside it says all.
      why: standing === "valid" && grade === "signature" ? null : `${why}${isForge}`,
      signed:
        statement === undefined
          ? null
          : {
              name: statement.name,
              signer: statement.signer,
              meaning: statement.meaning,
              on: statement.signedAt,
              expires: statement.expiresAt,
              key: judged?.key ?? null,
            },
    };
  };
  return new Map(
    verdicts.map(({ campaign, signoffs, objections }) => [
      campaign,
      { states: signoffs.map(stateOf), objections },
    ]),
  );
}
