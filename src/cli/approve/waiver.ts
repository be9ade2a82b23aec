import { keepStatement, Problem, signStatement } from "../../host/index.ts";
import { paintFor, visible, wrap } from "../../report/index.ts";
import { timestamp, WAIVER_TYPE, type WaiverStatement } from "../../review/index.ts";
import { choices } from "../../source/index.ts";
import type { Waiver } from "../../waivers/index.ts";
import { judgedWorkspace } from "../approvals/judged.ts";
import type { Moment } from "../approvals/moment.ts";
import { onlyWorkspace } from "../check/selection.ts";
import type { Session } from "../session.ts";
import { campaignAsked } from "./campaign.ts";
import type { ApproveFlags } from "./command.ts";
import { confirmed } from "./confirm.ts";
import { nameInRole, signerOf } from "./signer.ts";

/** Signs a waiver that stands as a comment in a file: the comment and the very words that it covers. */
export async function approveWaiver(
  rule: string,
  campaign: string | undefined,
  flags: ApproveFlags,
  moment: Moment,
  session: Session,
): Promise<void> {
  if (flags.reject === true)
    throw new Problem(
      "A waiver is not rejected: it does not hold until somebody signs it.",
      "Leave it unsigned, or delete the comment.",
    );
  const selection =
    campaign === undefined ? onlyWorkspace([], session.cwd) : campaignAsked(campaign, session).selection;
  const judged = judgedWorkspace(
    selection,
    { flags, moment, baseline: flags.baseline, orHere: true },
    session,
  );
  const { trust } = judged.trusted;
  const waiver = waiverAsked(rule, flags.place, judged.compiled.compilation.waivers);
  const { waivable, name } = waiver.rule;
  if (waivable === "anyone" || waivable === "never")
    throw new Problem(
      `${waiver.rule.code} ${name} needs no signature: ${waivable === "anyone" ? "anyone may waive it with the comment alone" : "nobody may waive it"}.`,
      `Run recare explain ${waiver.rule.code}.`,
    );
  const signer = signerOf(flags, trust, moment.now, session);
  const statement: WaiverStatement = {
    type: WAIVER_TYPE,
    organisation: judged.compiled.compilation.workspace.organization.id,
    rule: name,
    place: waiver.place,
    digest: waiver.digest,
    meaning: flags.withdraw === true ? "withdrawn" : "waived",
    role: waivable,
    signer: nameInRole(signer, waivable, trust),
    name: signer.printedName,
    signedAt: timestamp(moment.now) ?? "",
    expiresAt: timestamp(Date.parse(`${waiver.until}T00:00:00Z`) + 24 * 60 * 60_000) ?? "",
    comment: flags.comment ?? "",
  };
  session.print(shown(waiver, statement, session));
  await confirmed(waiver.rule.code, flags.yes, session);
  const signed = signStatement(statement, signer.key);
  keepStatement(selection.root, signed);
  session.print(`\nSigned: ${selection.prefix}${signed.path}, and .sig beside it.\nCommit both files.\n`);
}

function waiverAsked(rule: string, place: string | undefined, waivers: readonly Waiver[]): Waiver {
  const own = waivers.filter((waiver) => waiver.rule.code === rule || waiver.rule.name === rule);
  const named = own.filter((waiver) => place === undefined || waiver.place === place);
  const [waiver, another] = named;
  if (waiver === undefined) {
    throw new Problem(
      place === undefined ? `No comment waives ${rule} here.` : `No comment waives ${rule} at ${place}.`,
      own.length === 0
        ? `Write it above what it covers: # recare-ignore ${rule} until 2027-01-31 by @dana: why`
        : `It is waived at ${choices(own.map((one) => one.place))}.`,
    );
  }
  if (another !== undefined)
    throw new Problem(
      `${rule} is waived in several places.`,
      `Name one: --place '${named.map((one) => one.place).join("' or '")}'`,
    );
  return waiver;
}

function shown(waiver: Waiver, statement: WaiverStatement, { stdout: { colour, columns } }: Session): string {
  const line = (text: string) => `  ${wrap(visible(text), columns - 2, 4)}`;
  const { code, name, summary } = waiver.rule;
  const verb = statement.meaning === "waived" ? "Sign the waiver" : "Withdraw your signature from the waiver";
  return [
    paintFor(colour).strong(visible(`${verb} of ${code} ${name}, as ${statement.role}`)),
    "",
    line(`The rule: ${summary}`),
    line(`Where: ${waiver.place}`),
    line(`Until ${waiver.until}, proposed by ${waiver.by}: ${waiver.reason}`),
    line(`In the name of ${statement.signer} (${statement.name}).`),
    line("It holds for these words only: one that changes makes the finding count again."),
    "",
  ].join("\n");
}
