import { isControlled } from "../model/index.ts";
import { counts } from "../source/index.ts";
import type { PacketModel, Since } from "./model.ts";
import { tally } from "./phrases.ts";
import {
  CHANNEL_NAMES,
  CONCERN_NAMES,
  count,
  dayOf,
  distinct,
  idName,
  languageName,
  listed,
  lowerFirst,
  subjectInWords,
} from "./words.ts";

/** What a reviewer is asked to decide: a verdict, and at most five sentences that say what it is about. */
export interface Decision {
  readonly canBeBuilt: boolean;
  /** "Can be built", "Cannot be built: 2 errors". */
  readonly verdict: string;
  readonly sentences: readonly string[];
}

/** The first thing on every packet, in HTML, in Markdown and on the index. */
export function decisionOf(model: PacketModel): Decision {
  const errors = model.findings.some((finding) => finding.severity === "error" && counts(finding));
  const canBeBuilt = model.build !== null && !errors;
  const found = tally(model.findings);
  return {
    canBeBuilt,
    verdict: canBeBuilt
      ? `Can be built${found === "" ? "" : ` with ${found}`}`
      : `Cannot be built: ${errors ? found : "no plan could be made"}`,
    sentences:
      model.since === null
        ? [reach(model), success(model), carries(model), claims(model), answers(model)]
        : [changed(model.since), again(model, model.since), reach(model), carries(model), claims(model)],
  };
}

function changed({ base, standing, changes }: Since): string {
  if (standing === "cannot tell")
    return `What changed since ${base} nobody can tell: the campaign has an error there.`;
  if (standing === "new") return `The campaign is new since ${base}.`;
  const [gravest] = changes;
  if (gravest === undefined) return `Nothing changed in meaning since ${base}.`;
  const high = changes.filter(({ risk }) => risk === "high").length;
  const risk =
    high === 0 ? "none of high risk" : high === changes.length ? "of high risk" : `${high} of high risk`;
  // Four are read at a glance; of more, the gravest three.
  const shown = changes.length <= 4 ? changes : changes.slice(0, 3);
  const what = listed(
    shown.map(({ about, direction }) => `${lowerFirst(about)} (${direction.toLowerCase()})`),
  );
  return `Since ${base}: ${count(changes.length, "change")}, ${risk}: ${what}${shown.length < changes.length ? ", and more" : ""}.`;
}

function again({ signatures }: PacketModel, { standing, changed: voided, sign }: Since): string {
  if (standing !== "compared") return "Every concern is to be signed.";
  if (voided.length === 0) return "Nobody has to sign again.";
  const roles = sign.map((subject) => `${lowerFirst(subjectInWords(subject))} (${listed(subject.roles)})`);
  const rest = signatures.flatMap(({ concern }) =>
    voided.includes(concern) ? [] : [CONCERN_NAMES[concern].toLowerCase()],
  );
  const unchanged =
    rest.length === 0 ? "" : `; ${listed(rest)} ${rest.length === 1 ? "is" : "are"} unchanged`;
  return `To be signed again: ${roles.join("; ")}${unchanged}.`;
}

function reach({ identity, steps }: PacketModel): string {
  const channels = distinct(steps.map((step) => step.channel));
  if (channels.length === 0)
    return `${identity.organization} would write to ${identity.scenario.about}, but no step is written yet.`;
  const last = steps.reduce((a, b) => (b.latest > a.latest ? b : a));
  return (
    `${identity.organization} writes to ${identity.scenario.about}: ${count(steps.length, "step")} up to ${dayOf(last)}, ` +
    `by ${listed(channels.map((channel) => CHANNEL_NAMES[channel].toLowerCase()))}, ` +
    `in ${listed(identity.languages.map(languageName))}.`
  );
}

function success({ identity }: PacketModel): string {
  if (identity.goal === null) return "No goal is stated.";
  const last = identity.lastResults === null ? "" : ` ${identity.lastResults}`;
  return `It succeeds with a ${identity.goal}.${last}`;
}

function carries({ audience, exposure }: PacketModel): string {
  const told = exposure.fields.filter((field) => field.marks.some((mark) => mark.printed || mark.influences));
  const blocked = exposure.fields.filter((field) => field.marks.some((mark) => mark.blocked));
  if (blocked.length > 0) {
    return `${count(blocked.length, "field reaches", "fields reach")} a channel that may not carry ${blocked.length === 1 ? "it" : "them"}.`;
  }
  const controlled = told.filter((field) => field.class === null || isControlled(field.class));
  const shown =
    controlled.length === 0
      ? "No message shows or depends on a clinical field"
      : `${count(controlled.length, "clinical field appears", "clinical fields appear")} where the channel allows it`;
  return audience.chosenBy === null
    ? `${shown}.`
    : `${shown}, but clinical fields decide who is written to (${listed(audience.chosenBy.fields)}).`;
}

function claims({ claims: used }: PacketModel): string {
  if (used.length === 0) return "No claim is made.";
  const until = used.reduce((a, b) => (b.until < a.until ? b : a)).until;
  const standing = used.filter((claim) => claim.standing !== "valid");
  if (standing.length > 0) return `${count(standing.length, "claim")} of ${used.length} may not be used now.`;
  return `${count(used.length, "claim is", "claims are")} made, valid until ${until} or longer.`;
}

function answers({ answering, identity }: PacketModel): string {
  const clinical = answering.replies.find((reply) => reply.kind === "clinical_question");
  const owner =
    identity.owner === null
      ? "Nobody answers yet"
      : `${idName(identity.owner.team)} (${identity.owner.lead}) owns the replies`;
  if (clinical === undefined) return `${owner}; nobody is named for a clinical question.`;
  const within = clinical.within === null ? "with no time stated" : `within ${clinical.within}`;
  return `${owner}; a clinical question goes to ${idName(clinical.who)} ${within}.`;
}
