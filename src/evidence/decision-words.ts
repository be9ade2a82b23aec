/** What decisions of the judge mean, in words for those who run campaigns. */
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

/** @example meaningOf("hold:cap") // "had as many messages as they may have for now" */
export function meaningOf(decision: string): string {
  const known = Object.hasOwn(MEANINGS, decision) ? MEANINGS[decision] : undefined;
  return known ?? (decision.startsWith("exit:") ? `leave: ${decision.slice("exit:".length)}` : decision);
}
