import type { Verification } from "../review/index.ts";

/** For programs: `recare.verification/1`, see schemas/verification.schema.json. */
export function renderVerificationJson(verification: Verification): string {
  const { campaigns, ...rest } = verification;
  const shown = campaigns.map(({ signoffs, ...campaign }) => ({
    ...campaign,
    signoffs:
      signoffs?.map(({ since, signer, grade, expiresAt, path, signedDigest, ...signoff }) => ({
        ...signoff,
        signer: signer ?? null,
        grade: grade ?? null,
        expiresAt: expiresAt ?? null,
        path: path ?? null,
        signedDigest: signedDigest ?? null,
        since:
          since?.map(({ id, kind, direction, risk, about, before, after }) => ({
            id,
            kind,
            direction,
            risk,
            about,
            before,
            after,
          })) ?? null,
      })) ?? null,
  }));
  return `${JSON.stringify({ ...rest, campaigns: shown }, undefined, 2)}\n`;
}
