import type { PacketModel } from "../../packet/index.ts";
import { changeInWords, paintFor, signedPart, visible, wrap } from "../../report/index.ts";
import { type ApprovalStatement, lastDayOf, type VerifiedSignoff } from "../../review/index.ts";
import { counts } from "../../source/index.ts";
import type { Session } from "../session.ts";
import type { Signer } from "./signer.ts";

/** What somebody sees before they sign. */
export interface BeforeSigning {
  readonly statement: ApprovalStatement;
  readonly signer: Signer;
  /** Where this sign-off stands now. */
  readonly signoff: VerifiedSignoff | undefined;
  /** What the role answers for. */
  readonly checklist: readonly string[];
  readonly packet: PacketModel;
}

/** What is signed, where it stands, what changed, what is answered with yes, and in whose name. */
export function shownBeforeSigning(
  { statement, signer, signoff, checklist, packet }: BeforeSigning,
  { stdout: { colour, columns } }: Session,
): string {
  const paint = paintFor(colour);
  const { meaning, campaign, role, digest, questions, comment, expiresAt } = statement;
  const line = (text: string, indent = 2) =>
    `${" ".repeat(indent)}${wrap(visible(text), columns - indent, indent + 2)}`;
  const block = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", `  ${paint.strong(title)}`, ...lines.map((text) => line(`· ${text}`, 4))];
  const title = `${MEANS[meaning]} ${signedPart(statement)} of ${campaign}, as ${role}`;
  return [
    paint.strong(visible(title)),
    "",
    line(signoff?.why ?? "Nobody has signed it."),
    ...(signoff?.standing === "stale" && signoff.since === null
      ? [line("What was signed before is in no revision here, so read all of it.")]
      : []),
    ...block("What changed since it was signed", (signoff?.since ?? []).map(changeInWords)),
    ...block("You answer with yes", questions),
    ...block(`What ${role} answers for`, meaning === "approved" ? checklist : []),
    "",
    line(findings(packet)),
    line(`The packet shows all of it: recare build, then build/${campaign}/packet.html`),
    "",
    line(
      `In the name of ${statement.signer} (${statement.name}), with the key ${signer.key.publicKey.fingerprint}.`,
    ),
    line(`It counts until ${lastDayOf(expiresAt)}, and for this content only: ${digest}`),
    ...(comment === "" ? [] : [line(`Comment: ${comment}`)]),
    "",
  ].join("\n");
}

const MEANS = { approved: "Approve", rejected: "Reject", withdrawn: "Withdraw what you said about" } as const;

function findings({ findings: all }: PacketModel): string {
  const warnings = all.filter((finding) => finding.severity === "warning" && counts(finding)).length;
  const allowed = all.filter((finding) => !counts(finding)).length;
  const found =
    warnings === 0
      ? "The check found no warning"
      : `The check found ${warnings} warning${warnings === 1 ? "" : "s"}`;
  return allowed === 0
    ? `${found}.`
    : `${found}; ${allowed} finding${allowed === 1 ? "" : "s"} somebody let stand.`;
}
