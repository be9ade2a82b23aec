import { visible } from "../../report/index.ts";
import type { DryRun, RunReport } from "../../run/index.ts";

/** What decisions mean, in words for those who run campaigns. */
const MEANINGS: Readonly<Record<string, string>> = {
  send: "due now",
  wait: "wait for their day",
  pause: "paused: they replied, or a task is open",
  holdout: "held out for comparison",
  done: "had every step",
  parked: "wait for a person: a message is in doubt",
  "hold:quiet_hours": "wait for the hours in which they may be written to",
  "hold:cap": "had as many messages as they may have for now",
  "hold:pace": "wait for their turn: the campaign's pace",
  "hold:capacity": "wait until the team has time",
  "hold:zone_unknown": "wait: nobody knows their time zone",
  "skip:no_consent": "did not agree to this channel",
  "skip:no_address": "have no usable address for this channel",
  "skip:only_if": "are not whom this step is for",
  "skip:missing_field": "lack something that the message says",
  "skip:too_long": "have a name that is too long for the message",
  "task:unreachable": "can be reached by no step: the owner gets a task",
  "suppress:shared_contact": "share a number with somebody who is written to",
  "exit:excluded": "are excluded",
  "exit:superseded": "go on with a newer record",
};

export function meaningOf(decision: string): string {
  return (
    MEANINGS[decision] ??
    (decision.startsWith("exit:") ? `leave: ${decision.slice("exit:".length)}` : decision)
  );
}

/** Counts by decision, the most first. */
function lines(decisions: ReadonlyMap<string, number>): readonly string[] {
  const width = Math.max(0, ...[...decisions.values()].map((count) => String(count).length));
  return [...decisions]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([decision, count]) => `  ${String(count).padStart(width)}  ${visible(meaningOf(decision))}`);
}

export function dryText(runs: readonly DryRun[], now: string, out: string): string {
  const parts = runs.map(({ campaign, decisions, written }) => {
    const made = [...written].map(([channel, count]) => `${count} ${channel}`).join(", ");
    return [
      `${campaign} at ${now} UTC`,
      ...lines(decisions),
      `  Written: ${made === "" ? "nothing" : made}.`,
    ].join("\n");
  });
  return `${parts.join("\n\n")}\n\nA dry run: nothing was sent, nothing is remembered. Read the messages in ${out}/.\n`;
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
