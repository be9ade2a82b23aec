import type { Plan } from "../plan/index.ts";
import type { Decision } from "./decision.ts";

/** A decision as one sentence that a person at a front desk understands, with what would change it. */
export function inWords(plan: Plan, decision: Decision): string {
  const { decision: kind, reason, channel, address, waits_from } = decision;
  const by = channel === null ? "" : ` by ${CHANNEL_WORDS.get(channel) ?? channel}`;
  if (kind.startsWith("exit:"))
    return `leaves the campaign: ${exitInWords(plan, kind.slice("exit:".length), reason)}.`;
  switch (kind) {
    case "send":
      return `is sent now${by} to ${address ?? "nobody"}.`;
    case "wait":
      return reason === "in flight"
        ? "is on its way: it was claimed, and whether it arrived is not known yet."
        : `is not due yet: it comes ${waitInWords(reason)} after ${waits_from} UTC.`;
    case "pause":
      return `rests: ${pauseInWords(plan, reason)}.`;
    case "hold:quiet_hours":
      return `waits until it may leave: now it is ${reason ?? "outside the window"}.`;
    case "hold:cap": {
      const [whom, span] = (reason ?? "person, day").split(", ");
      const most = span === "week" ? plan.caps.per_week : plan.caps.per_day;
      return `waits: this ${whom} already had ${most} in a ${span}, which is the most.`;
    }
    case "hold:pace":
      return `waits: ${plan.pace.per_day ?? 0} people a day may begin, and today's are taken.`;
    case "hold:capacity":
      return `waits: the team ${decision.team} has as many calls today as it can take.`;
    case "hold:zone_unknown":
      return "waits: nobody knows in which time zone the person is, and the clinics' zones are not known either.";
    case "suppress:shared_contact":
      return reason === "earlier today"
        ? "waits until tomorrow: somebody else was already written to at the same number or address today."
        : "waits: somebody else has the same number or address, and is written to first.";
    case "skip:no_consent":
      return `is left out: ${NO_CONSENT.get(reason ?? "") ?? "there is no consent"}.`;
    case "skip:no_address":
      return `is left out: there is no address that can be used${by}.`;
    case "skip:only_if":
      return `is left out: its condition is not true (${onlyIf(plan, decision)}).`;
    case "skip:missing_field":
      return `is left out: a word that it needs is missing (${reason ?? ""}).`;
    case "skip:too_long":
      return "is left out: with this person's words it would be too long.";
    case "task:unreachable":
      return `goes to ${decision.team} as a task: the person cannot be reached on any channel that is left (${reason ?? ""}).`;
    case "holdout":
      return "is not sent: the person is in the group that receives nothing, for comparison.";
    case "parked":
      return "rests: a message may or may not have left, and a person has to look.";
    case "done":
      return "nothing is left to do.";
    default:
      return `${kind}.`;
  }
}

export const CHANNEL_WORDS: ReadonlyMap<string, string> = new Map([
  ["sms", "text message"],
  ["email", "email"],
  ["phone", "phone"],
  ["letter", "letter"],
  ["portal", "portal message"],
]);

const NO_CONSENT: ReadonlyMap<string, string> = new Map([
  ["not agreed", "the person has not agreed to this channel, or took it back"],
  ["confidential channel", "the person asked to be reached on another channel only"],
  ["no permission", "the patient's permission for this caregiver is missing, over, or of another kind"],
]);

const EXCLUDED: ReadonlyMap<string, string> = new Map([
  ["record gone", "the record is no longer in the roster"],
  ["record not in use", "the record was merged or is not in use"],
  ["minor", "the patient is under 18, or has no date of birth"],
]);

/** Why somebody leaves, or does not enter: a rule's own words, or the condition that keeps them out. */
export function exitInWords(plan: Plan, rule: string, reason: string | null): string {
  if (rule === "superseded") return "a newer record takes its place";
  if (rule === "excluded") return excludedInWords(plan, reason ?? "");
  const numbered = /^stop_when (\d+)$/.exec(rule);
  if (numbered === null) return rule;
  return `this is true, or not known: ${plan.stop.when[Number(numbered[1]) - 1]?.english ?? rule}`;
}

/** `exclude 2` in the words of the condition; a blank excludes too. */
export function excludedInWords(plan: Plan, reason: string): string {
  const numbered = /^exclude (\d+)$/.exec(reason);
  const condition = numbered && plan.audience.exclude[Number(numbered[1]) - 1];
  if (condition) return `this is true, or not known: ${condition.english}`;
  return EXCLUDED.get(reason) ?? reason;
}

function pauseInWords(plan: Plan, reason: string | null): string {
  if (reason === "replied") return "the person answered, and no one has closed that yet";
  if (reason === "task open") return "a task about the person is open";
  const numbered = /^pause_when (\d+)$/.exec(reason ?? "");
  const condition = numbered && plan.pause.when[Number(numbered[1]) - 1];
  return condition ? `this is true, or not known: ${condition.english}` : (reason ?? "");
}

function onlyIf({ steps }: Plan, { step }: Decision): string {
  return steps.find(({ id }) => id === step)?.when.only_if?.english ?? "";
}

function waitInWords(wait: string | null): string {
  const [count = "0", ...unit] = (wait ?? "").split(" ");
  return count === "0" ? "at once" : `${count} ${unit.join(" ")}${count === "1" ? "" : "s"}`;
}
