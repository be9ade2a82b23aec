import type { Plan } from "../plan/index.ts";
import { capacityFindings } from "./capacity.ts";
import { PROPERTIES } from "./failure.ts";
import type { Simulation } from "./simulate.ts";

/** On what something rests that must be so before a campaign starts. */
export type Evidence = "measured" | "stated" | "to be signed" | "missing";

export interface ChecklistItem {
  readonly what: string;
  readonly evidence: Evidence;
  /** What was seen, or what to do. */
  readonly detail: string;
}

/** What must be so before a campaign starts, with what is known of each: nothing is ticked that nobody has shown. */
export function launchChecklist(plan: Plan, simulation: Simulation): readonly ChecklistItem[] {
  return [
    {
      what: "Words, facts, claims and times keep to the rules",
      evidence: "measured",
      detail: "recare check found no error in this plan.",
    },
    properties(simulation),
    capacity(plan, simulation),
    ...declared(plan),
    ...signed(plan),
  ];
}

function properties({ failures, touches, days }: Simulation): ChecklistItem {
  const what = "Stops, consent, hours, caps, paces and phones are kept to";
  if (touches === 0)
    return {
      what,
      evidence: "missing",
      detail: "No touch was simulated: nobody qualified. Simulate over a roster in which people do.",
    };
  if (failures.length > 0)
    return {
      what,
      evidence: "missing",
      detail: `${failures.length} simulated touches broke a rule; see above.`,
    };
  return {
    what,
    evidence: "measured",
    detail: `${touches.toLocaleString("en-US")} simulated touches on ${days.length} days, ${PROPERTIES.length} properties, no failure.`,
  };
}

function capacity(plan: Plan, simulation: Simulation): ChecklistItem {
  const what = "The teams can keep up";
  const owner = plan.respond.teams.find(({ id }) => id === plan.respond.owner);
  if (owner?.calls_a_day == null && owner?.bookings_a_day == null) {
    return {
      what,
      evidence: "missing",
      detail: `${plan.respond.owner} declares no capacity in library/teams.yaml.`,
    };
  }
  const over = capacityFindings(plan, simulation).filter(({ kind }) => kind !== "pace holds back");
  return over.length > 0
    ? { what, evidence: "missing", detail: over.map(({ message }) => message).join(" ") }
    : {
        what,
        evidence: "measured",
        detail: "No simulated day went beyond what they declare, if people answer as assumed.",
      };
}

/** Facts that no file can show: somebody stated them, or nobody has. */
function declared({ consent, declarations }: Plan): readonly ChecklistItem[] {
  const facts: readonly (readonly [what: string, stated: string | null])[] = [
    ["On what consent the campaign rests", consent.basis],
    ["Which words people agreed to", consent.wording],
    ["Where numbers come from", declarations.number_source],
    ["How people opt out", declarations.opt_out === null ? null : declarations.opt_out.ways.join(", ")],
    ["Who pays", declarations.funding],
    ["How the sender of texts is registered", declarations.sender_registration],
    ["How long records are kept", declarations.retention],
  ];
  return facts.map(([what, stated]) =>
    stated === null
      ? { what, evidence: "missing", detail: "Nobody has stated it under declarations." }
      : { what, evidence: "stated", detail: stated },
  );
}

/** What people in their roles answer and sign; whether they have is for the approvals to show, which are not looked at here. */
function signed({ questions }: Plan): readonly ChecklistItem[] {
  const roles = [...new Set(questions.map(({ role }) => role))].sort();
  return roles.map((role) => {
    const count = questions.filter((question) => question.role === role).length;
    return {
      what: `Sign-off by ${role}`,
      evidence: "to be signed",
      detail: `${count} ${count === 1 ? "question" : "questions"} in the packet.`,
    };
  });
}
