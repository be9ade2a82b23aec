import { counts } from "../../source/index.ts";
import type {
  ApprovalState,
  LaunchEvidence,
  LaunchLine,
  Objection,
  PacketModel,
  PacketSubject,
} from "../model.ts";
import { count, idName, listed, lowerFirst, subjectInWords } from "../words.ts";

/** What the list is derived from: the packet itself. */
type Shown = Omit<PacketModel, "launch">;

/**
 * What must be so before a campaign starts, each with what shows it. Nothing is ticked that nobody has shown, and what was
 * shown of another plan counts for nothing.
 *
 * @param objections what verification found besides; nothing where nobody verified
 */
export function launchOf(packet: Shown, objections: readonly Objection[] | undefined): readonly LaunchLine[] {
  return [
    rules(packet),
    touches(packet),
    capacity(packet),
    reach(packet),
    facts(packet),
    pages(packet),
    ...packet.subjects.map((subject) => signed(subject, packet)),
    independent(packet, objections),
  ];
}

function line(what: string, evidence: LaunchEvidence, detail: string): LaunchLine {
  return { what, evidence, detail };
}

function rules({ build, findings, identity }: Shown): LaunchLine {
  const what = "Words, facts, claims and times keep to the rules";
  const errors = findings.filter((finding) => finding.severity === "error" && counts(finding)).length;
  if (build === null || errors > 0)
    return line(what, "missing", `recare check finds ${count(errors, "error")}.`);
  const warnings = findings.filter((finding) => finding.severity === "warning" && counts(finding)).length;
  const read = warnings === 0 ? "" : `, and ${count(warnings, "warning")} to read`;
  return line(what, "measured", `recare check finds no error${read}, as of ${identity.checkedOn}.`);
}

function touches({ simulation, identity }: Shown): LaunchLine {
  const what = "Stops, consent, hours, caps, paces and phones are kept to";
  if (simulation?.standing !== "of this plan")
    return line(what, "missing", notSimulated(simulation, identity));
  if (simulation.touches === 0)
    return line(what, "missing", "No touch was simulated: nobody qualified. Simulate people who do.");
  if (simulation.failures > 0)
    return line(
      what,
      "missing",
      `${count(simulation.failures, "simulated touch", "simulated touches")} broke a rule (${simulation.path}).`,
    );
  return line(
    what,
    "measured",
    `${count(simulation.touches, "simulated touch", "simulated touches")} on ${count(simulation.days.length, "day")}, and none broke a rule (${simulation.path}).`,
  );
}

function notSimulated(simulation: Shown["simulation"], { campaign }: Shown["identity"]): string {
  const why = simulation === null ? "Nobody simulated it" : `${simulation.path} is of another plan`;
  return `${why}: run recare simulate ${campaign} --results results.`;
}

function capacity({ simulation, identity }: Shown): LaunchLine {
  const what = "The teams can keep up";
  if (simulation?.standing !== "of this plan")
    return line(what, "missing", notSimulated(simulation, identity));
  if (simulation.touches === 0)
    return line(what, "missing", "No touch was simulated, so that nobody had work.");
  const undeclared = simulation.loads.filter(({ limit }) => limit === null);
  if (undeclared.length > 0 || simulation.loads.length === 0) {
    const which = undeclared.map(({ team, work }) => `${work} of ${idName(team)}`);
    return line(
      what,
      "missing",
      `library/teams.yaml says no capacity for ${which.length === 0 ? "the teams" : listed(which)}.`,
    );
  }
  return simulation.findings.length > 0
    ? line(what, "missing", simulation.findings.map(({ message }) => message).join(" "))
    : line(
        what,
        "measured",
        `No simulated day went beyond what they declare, if people answer as assumed (${simulation.path}).`,
      );
}

function reach({ reach: counted, identity }: Shown): LaunchLine {
  const what = "It is known how many people it reaches";
  const command = `run recare reach build/${identity.campaign} --roster … --results results.`;
  if (counted === null) return line(what, "missing", `Nobody counted: ${command}`);
  if (counted.counts === null)
    return line(what, "missing", `${counted.path} was counted for another audience: ${command}`);
  if (counted.people === "synthetic")
    return line(what, "missing", `Only invented people were counted (${counted.path}): ${command}`);
  const { enter } = counted.counts;
  const people = enter === null ? "So few that no number is told" : `${enter.toLocaleString("en-US")}`;
  return line(what, "measured", `${people}, on ${counted.countedAt.slice(0, 10)} (${counted.path}).`);
}

function facts({ statements }: Shown): LaunchLine {
  const what = "Facts that only people know are stated";
  const missing = statements.filter(({ says }) => says === null).map(({ about }) => lowerFirst(about));
  return missing.length === 0
    ? line(what, "stated", `${count(statements.length, "fact")}; they stand with the claims.`)
    : line(what, "missing", `Nobody has stated ${listed(missing)}.`);
}

function pages({ pages: all }: Shown): LaunchLine {
  const what = "Somebody looked at every page behind a link";
  const unseen = all.filter(({ linkChecked }) => linkChecked === null).map(({ id }) => id);
  if (unseen.length > 0)
    return line(
      what,
      "missing",
      `library/pages.yaml says for ${listed(unseen)} no day on which its link was tried.`,
    );
  const [first] = all.flatMap(({ linkChecked }) => linkChecked ?? []).toSorted();
  return line(
    what,
    "stated",
    first === undefined
      ? "No message has a link to a page of the library."
      : `The first of them on ${first}.`,
  );
}

/** Who signed one part of the plan, and who has not. */
function signed(subject: PacketSubject, { approvals }: Shown): LaunchLine {
  const what = `Sign-off of ${lowerFirst(subjectInWords(subject))}`;
  const own = approvals.filter(
    ({ concern, language }) => concern === subject.concern && language === subject.language,
  );
  if (own.every(({ state }) => state === "not verified here"))
    return line(what, "not known", `${listed(own.map(({ role }) => idName(role)))}: not verified here.`);
  const isDone = own.every(({ state }) => state === "valid");
  return line(what, isDone ? "signed" : "missing", own.map(signatureInWords).join(" "));
}

/** "Compliance: A. Ruiz on 2026-11-20, until 2027-05-19." */
function signatureInWords({ role, state, why, signed: by }: ApprovalState): string {
  if (state !== "valid" || by === null) return `${idName(role)}: ${why ?? `${state}.`}`;
  const until = by.expires === null ? "" : `, until ${by.expires.slice(0, 10)}`;
  return `${idName(role)}: ${by.name} on ${by.on.slice(0, 10)}${until}.`;
}

function independent({ approvals }: Shown, objections: readonly Objection[] | undefined): LaunchLine {
  const what = "Enough people signed, and nobody their own work";
  if (objections === undefined)
    return line(what, "not known", "No signature was verified here; recare verify says which stand.");
  const [objection] = objections;
  if (objection !== undefined) return line(what, "not known", `${objection.why} ${objection.remedy}`);
  return approvals.every(({ state }) => state === "valid")
    ? line(what, "signed", "recare verify found it so.")
    : line(what, "missing", "Not everybody who must has signed.");
}
