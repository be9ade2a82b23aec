import { type Paint, wrap } from "../../report/index.ts";
import type { ClaimEntry } from "./entry.ts";

/** Days ahead of its end from which a claim is pointed out, as the rule claim-expired does. */
const SOON = 30;

/** The register for people: each claim, what it rests on, until when it holds, and a line for each place that states it. */
export function claimsText(
  entries: readonly ClaimEntry[],
  today: string,
  paint: Paint,
  columns: number,
): string {
  const blocks = entries.map((entry) => [...heading(entry, paint, columns), ...usesOf(entry, paint), ""]);
  return `${[...blocks.flat(), tally(entries, today)].join("\n")}\n`;
}

function heading(entry: ClaimEntry, paint: Paint, columns: number): readonly string[] {
  const { id, kind, text, evidence } = entry;
  const first = Object.values(text)[0] ?? "";
  const section = evidence.section === null ? "" : `, ${evidence.section}`;
  const state = {
    there: "",
    "as approved": "",
    changed: "not the one that was approved: ",
    missing: "missing: ",
  };
  return [
    `${paint.strong(id)}  ${kind} · ${standingIn(entry, paint)}`,
    `  ${wrap(`"${first}"`, columns - 2, 2)}`,
    `  ${paint.faint(wrap(`evidence: ${state[evidence.state]}${evidence.file}${section}`, columns - 2, 2))}`,
  ];
}

function standingIn({ standing, from, until, withdrawn, days_left }: ClaimEntry, paint: Paint): string {
  switch (standing) {
    case "withdrawn":
      return paint.severity.error(`withdrawn on ${withdrawn}`);
    case "expired":
      return paint.severity.error(`expired on ${until}`);
    case "not yet valid":
      return paint.severity.error(`not valid before ${from}`);
    case "valid": {
      if (days_left > SOON) return `valid until ${until}`;
      const left =
        days_left === 0 ? "today is its last day" : `${days_left} ${days_left === 1 ? "day" : "days"} left`;
      return paint.severity.warning(`valid until ${until}, ${left}`);
    }
  }
}

/** One line a place: languages that share it stand together. */
function usesOf({ uses }: ClaimEntry, paint: Paint): readonly string[] {
  if (uses.length === 0) return [`  ${paint.faint("no campaign uses it")}`];
  const width = (of: (use: ClaimEntry["uses"][number]) => string): number =>
    Math.max(...uses.map((use) => of(use).length));
  const [campaigns, steps, outlets] = [
    width(({ campaign }) => campaign),
    width(({ step }) => step),
    width(({ outlet }) => outlet),
  ];
  return uses.map(({ campaign, step, outlet, language, how, at }) => {
    const where = `${campaign.padEnd(campaigns)}  ${step.padEnd(steps)}  ${outlet.padEnd(outlets)}  ${language}`;
    const typed = how === "typed" ? "  typed out" : "";
    return `  ${where}  ${paint.faint(`${at.file}:${at.line}:${at.column}`)}${typed}`;
  });
}

function tally(entries: readonly ClaimEntry[], today: string): string {
  const count = (test: (entry: ClaimEntry) => boolean): number => entries.filter(test).length;
  const ended = count(({ standing }) => standing === "expired" || standing === "withdrawn");
  const soon = count(({ standing, days_left }) => standing === "valid" && days_left <= SOON);
  const used = count(({ uses }) => uses.length > 0);
  const what = entries.length === 1 ? "1 claim" : `${entries.length} claims`;
  return `${what} on ${today}: ${used} used, ${soon} ending within ${SOON} days, ${ended} ended`;
}
