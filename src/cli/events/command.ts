import { type Command, Option } from "commander";
import { examples } from "../examples.ts";
import { ledgerOption } from "../ledger/option.ts";
import type { Session } from "../session.ts";

interface Flags {
  readonly ledger: string;
  readonly format?: "csv" | "xlsx" | "jsonl" | "fhir";
  readonly json?: boolean;
}

export function addEvents(program: Command, session: Session): void {
  program
    .command("events")
    .summary("read what came back: replies, opt-outs, bookings, call lists")
    .description(
      "Reads replies, opt-outs, bookings and filled-in call lists into the ledger, and opens a task wherever the playbook " +
        "asks somebody to act. The same file twice changes nothing. An opt-out holds from the next claim on.",
    )
    .argument("<action>", 'what to do: "import"')
    .argument("<files...>", "CSV, XLSX, JSON lines, or FHIR R4 as NDJSON")
    .addOption(ledgerOption())
    .addOption(
      new Option("--format <format>", "how the files are written (default: by their ending)").choices([
        "csv",
        "xlsx",
        "jsonl",
        "fhir",
      ]),
    )
    .option("--json", "what was done, as JSON")
    .addHelpText(
      "after",
      examples([
        ["recare events import replies.csv", "replies of the text gateway: at, from, body"],
        ["recare events import outbox/calls/*.xlsx", "call lists with their outcomes"],
        ["recare events import Appointment.ndjson", "bookings, as FHIR"],
      ]),
    )
    .action(async (action: string, files: readonly string[], flags: Flags) => {
      const { importFiles } = await import("./import-files.ts");
      await importFiles(
        action,
        files,
        { ...flags, json: flags.json === true, format: flags.format },
        session,
      );
    });
}
