import { meaningOf } from "../../evidence/index.ts";
import { visible } from "../../report/index.ts";
import type { DryRun, DryRuns, RunReport } from "../../run/index.ts";

/** Counts by decision, the most first. */
function lines(decisions: ReadonlyMap<string, number>): readonly string[] {
  const width = Math.max(0, ...[...decisions.values()].map((count) => String(count).length));
  return [...decisions]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([decision, count]) => `  ${String(count).padStart(width)}  ${visible(meaningOf(decision))}`);
}

export function dryText({ runs, halted }: DryRuns, now: string, out: string): string {
  const parts = runs.map((run) => dryLines(run, now).join("\n"));
  const stopped = halted.map((why) => `${why}\n`).join("");
  const isWritten = runs.some(({ written }) => written.size > 0);
  const read = isWritten ? `Read the messages in ${out}/.` : "No message is due, so none was written.";
  return `${parts.join("\n\n")}\n\n${stopped}A dry run: nothing was sent, nothing is remembered. ${read}\n`;
}

function dryLines({ campaign, decisions, written, nextDue }: DryRun, now: string): readonly string[] {
  const made = [...written].map(([channel, count]) => `${count} ${channel}`).join(", ");
  const head = `${campaign} at ${now} UTC`;
  if (decisions.size === 0)
    return [
      head,
      "  Nobody is in it, and nobody may enter now: recare roster check tells what keeps people out.",
    ];
  const isEmpty = made === "";
  return [
    head,
    ...lines(decisions),
    `  Written: ${isEmpty ? "nothing" : made}.`,
    ...(isEmpty && nextDue !== undefined
      ? [
          `  The next message falls due about ${nextDue.slice(0, 16)} UTC: recare simulate ${campaign} shows the days to come.`,
        ]
      : []),
  ];
}

export function sentText(report: RunReport): string {
  const { sent, skipped, parked, inDoubt, later, recovered, tasks, decisions, halted } = report;
  const count = (number: number, words: string) => (number === 0 ? [] : [`  ${number} ${words}`]);
  const skips = [...skipped]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([why, number]) => `${number} ${why.replaceAll("_", " ")}`);
  return [
    `${sent} sent.`,
    ...(skips.length === 0 ? [] : [`  Steps left out: ${skips.join(", ")}.`]),
    ...count(tasks, "people are the owner's now: no step reaches them."),
    ...count(later, "not accepted for now; the next run judges them again."),
    ...count(recovered.retried, "in doubt since an earlier run, sent again under the same key."),
    ...count(recovered.parked, "in doubt since an earlier run, parked: recare show --parked lists them."),
    ...count(parked, "in doubt, parked and never sent again: recare show --parked lists them."),
    ...count(inDoubt, "in doubt; the next run asks the gateway again under the same key."),
    ...[...decisions].flatMap(([campaign, counts]) => {
      const rest = new Map([...counts].filter(([decision]) => decision !== "send"));
      return rest.size === 0 ? [] : ["", campaign, ...lines(rest)];
    }),
    ...(halted.length === 0 ? [] : ["", ...halted]),
    "",
  ].join("\n");
}

export function reportJson(report: RunReport) {
  const { skipped, decisions, ...rest } = report;
  return {
    ...rest,
    skipped: Object.fromEntries(skipped),
    decisions: Object.fromEntries(
      [...decisions].map(([campaign, counts]) => [campaign, Object.fromEntries(counts)]),
    ),
  };
}
