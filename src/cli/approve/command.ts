import { type Command, Option } from "commander";
import { CONCERNS, type Concern } from "../../plan/index.ts";
import { addTrustPlaces, type TrustFlags } from "../approvals/options.ts";
import { type BaselineChoice, baselineOption, noBaselineOption } from "../check/baseline-option.ts";
import { todayOption } from "../check/command.ts";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";

/** What `recare approve` is told, as commander reads it. */
export interface ApproveFlags extends TrustFlags {
  readonly concern?: Concern;
  readonly language?: string;
  readonly role?: string;
  readonly reject?: boolean;
  readonly withdraw?: boolean;
  readonly waiver?: string;
  readonly place?: string;
  readonly import?: string;
  readonly key?: string;
  readonly signer?: string;
  readonly name?: string;
  readonly comment?: string;
  readonly expires?: string;
  readonly yes?: boolean;
  readonly today?: string;
  readonly baseline?: BaselineChoice;
}

export function addApprove(program: Command, session: Session): void {
  const command = program
    .command("approve")
    .summary("sign one concern of a campaign, after showing what is signed")
    .description(
      "Shows what is signed (where it stands, what changed since the last signature, the questions that are " +
        "answered with yes), asks, and writes a statement and its signature to approvals/. ssh-keygen signs: " +
        "passphrases, agents and security keys work.",
    )
    .argument("[campaign]", "id or file of the campaign")
    .addOption(new Option("--concern <concern>", "what is signed").choices(CONCERNS))
    .option("--language <language>", "which language, of copy: each is signed by itself")
    .option(
      "--role <role>",
      "the role in which you sign (default: the one that is asked for and that you hold)",
    )
    .option("--reject", "say no: it stands until the content changes")
    .option("--withdraw", "take back what you signed")
    .option("--waiver <rule>", "sign a waiver of this rule, by code or name")
    .option("--place <place>", "which of several waivers of the rule")
    .option("--import <file>", "repeat approvals of a pull request on GitHub, as its API lists them")
    .option(
      "--key <file>",
      "the key (default: RECARE_SIGNING_KEY, else ~/.ssh/recare_ed25519 or your usual one)",
    )
    .option("--signer <name>", "which name of trust/allowed_signers, where the key has several")
    .option("--name <name>", "your name as you write it (default: git's user.name)")
    .option("--comment <text>", "a sentence that is signed with it")
    .option("--expires <date>", "the last day on which it counts (default: a year from today)")
    .option("-y, --yes", "ask nothing");
  addTrustPlaces(command)
    .addOption(todayOption())
    .addOption(baselineOption())
    .addOption(noBaselineOption())
    .addHelpText(
      "after",
      examples([
        ["recare approve missed-visit --concern privacy", "one concern"],
        ["recare approve missed-visit --concern copy --language es", "one language of copy"],
        ["recare approve missed-visit --concern copy --reject --comment WHY", "a no, with its reason"],
        ["recare approve --waiver P101", "a waiver that compliance signs"],
        ["recare approve --import reviews.json --key ci_key --yes", "reviews on the forge, in CI"],
      ]),
    )
    .action(async (campaign: string | undefined, flags: ApproveFlags) => {
      const { approve } = await import("./approve.ts");
      await approve(campaign, flags, session);
    });
}
