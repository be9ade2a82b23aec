import type { Plan } from "../../../src/plan/index.ts";
import type { RosterRecord, World } from "../roster.ts";
import { rowsOf, text } from "./person.ts";

/** Where somebody is reached on a channel. */
export function addressOf(
  owner: RosterRecord | undefined,
  isPatient: boolean,
  channel: string,
): string | undefined {
  const own = ownAddress(owner, isPatient, channel);
  if (isPatient && text(owner, "confidential_channel") === channel)
    return text(owner, "confidential_address") ?? own;
  return own;
}

function ownAddress(
  owner: RosterRecord | undefined,
  isPatient: boolean,
  channel: string,
): string | undefined {
  switch (channel) {
    case "sms":
    case "phone":
      return text(owner, "phone");
    case "email":
      return owner?.email_bounced === true ? undefined : text(owner, "email");
    case "portal":
      return isPatient ? text(owner, "portal_id") : undefined;
    default: {
      const [line, second, city, state, code] = [
        "address_line_1",
        "address_line_2",
        "city",
        "state",
        "postal_code",
      ].map((name) => text(owner, name));
      if (owner?.address_returned === true || !line || !city || !state || !code) return undefined;
      return [line, ...(second ? [second] : []), city, `${state} ${code}`].join(", ");
    }
  }
}

/** Whether the last word of somebody about a channel lets us use it. */
export function hasAgreed(
  plan: Plan,
  world: World,
  patient: string,
  recipient: string,
  channel: string,
  address: string | undefined,
  now: string,
): boolean {
  const { identity, declarations } = plan;
  const scopes = [undefined, identity.campaign, ...identity.was, identity.scenario];
  const isTheirs = (row: RosterRecord) =>
    row.patient_id === patient && (text(row, "caregiver_id") ?? "patient") === recipient;
  const words: { at: string; state: string }[] = [];
  for (const row of rowsOf(world, "consents")) {
    const isHere = row.channel === channel || row.channel === "all";
    const about = text(row, "address");
    if (
      isTheirs(row) &&
      isHere &&
      scopes.includes(text(row, "scope")) &&
      (about === undefined || about === address)
    ) {
      words.push({ at: String(row.recorded_at), state: String(row.state) });
    }
  }
  const reachesAll = (declarations.opt_out?.reaches ?? "every-channel") === "every-channel";
  for (const event of rowsOf(world, "events")) {
    const takesBack = event.kind === "stop" || (event.kind === "wrong_person" && recipient !== "patient");
    const isHere = reachesAll || text(event, "channel") === undefined || event.channel === channel;
    if (isTheirs(event) && takesBack && isHere) words.push({ at: String(event.at), state: "revoked" });
  }
  const said = words.filter(({ at }) => at <= now);
  const last = said
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const lastWords = said.filter(({ at }) => at === last).map(({ state }) => state);
  if (plan.consent.channels[channel] === "opt-in") {
    return lastWords.length > 0 && !lastWords.includes("revoked");
  }
  return !lastWords.includes("revoked");
}

/** Whether a caregiver may hear of the patient: the patient's own permission of the right kind, in force today. */
export function isPermitted(plan: Plan, caregiver: RosterRecord, today: string): boolean {
  const wanted = (plan.consent.caregiver ?? "").replace("with permission to ", "");
  return (
    (text(caregiver, "permission") ?? "").split("|").includes(wanted) &&
    caregiver.permission_given_by === "patient" &&
    (text(caregiver, "permission_from") ?? "") <= today &&
    (text(caregiver, "permission_until") ?? "9999-12-31") >= today
  );
}
