import type { Facts } from "../../analysis/index.ts";
import { lexicon } from "../../lexicon/index.ts";
import type { Campaign } from "../../model/index.ts";
import { ownLimitInWords } from "../../packs/index.ts";
import type { PacketReach, PacketStep } from "../model.ts";
import { distinct, languageName, listed } from "../words.ts";

/** What was not checked: where the proof ends, said in the packet that rests on it. */
export function limitsOf(
  campaign: Campaign,
  facts: Facts,
  steps: readonly PacketStep[],
  reach: PacketReach | null,
): readonly string[] {
  const bounded = steps.filter((step) =>
    step.outlets.some(({ wordings }) => wordings.shown.length < wordings.total || !wordings.complete),
  );
  const { safe } = lexicon();
  const unlisted = campaign.languages.filter((language) => !safe.knows(language));
  const free = freeTextOf(campaign, facts);
  return [
    "Proved, for every rendering of these templates: which field reaches which channel, and how long a text can be. The proof covers the template language and nothing outside it.",
    "Wording was checked against stated lists of clinical words, claims and tone. A harmful phrase that stands in no list is not found.",
    "What a text means, whether it is true and how it feels to receive it, no program knows: the named roles are asked.",
    ...(unlisted.length > 0
      ? [
          `${listed(unlisted.map(languageName))} has no list of safe words here: in short texts an unknown word was not stopped.`,
        ]
      : []),
    ...(free.length > 0
      ? [`What ${listed(free)} will hold for a person was not checked, only its length and alphabet.`]
      : []),
    ...(bounded.length > 0
      ? [
          `${listed(bounded.map(({ id }) => id))} has more wordings than are shown; the rules looked at all of them, you see some.`,
        ]
      : []),
    "Facts marked “stated by the author” were not verified. Consent of each person is judged when a message is due, not here.",
    `${rosterInWords(reach)} No page behind a link was opened.`,
    ...packsInWords(facts),
    "Rules that come from law are one reading of it on a stated date. They are not legal advice.",
  ];
}

function rosterInWords(reach: PacketReach | null): string {
  return reach?.people === "roster" && reach.counts !== null
    ? `No roster was read here: how many people this reaches is as somebody counted it on ${reach.countedAt.slice(0, 10)}.`
    : "No roster was read: how many people this reaches is not known here.";
}

/** Which packs of rules were applied, which were left out, and where somebody asked for less than they do. */
function packsInWords({ workspace: { packs } }: Facts): readonly string[] {
  const applied = packs.applied.map(({ name, asOf }) => `${name} (as of ${asOf})`);
  const loosened = packs.own.filter(({ effect }) => effect === "loosens");
  return [
    applied.length > 0
      ? `Checked by these packs of rules: ${listed(applied)}.`
      : "No pack of rules was applied: only what the product itself asks for was checked.",
    ...(packs.leftOut.length > 0
      ? [`The organisation does not work by ${listed(packs.leftOut)}: those rules did not run.`]
      : []),
    ...loosened.map(
      (own) =>
        `Less was asked for than the pack does: ${ownLimitInWords(own)}. Approved by ${own.approvedBy} on ${own.on}${own.until === undefined ? "" : `, until ${own.until}`}, because ${own.because}`,
    ),
  ];
}

/** Fields that are printed and may hold any words. */
function freeTextOf(campaign: Campaign, facts: Facts): readonly string[] {
  const printed = facts.outletsOf(campaign).flatMap(({ flows }) => flows.filter((flow) => flow.printed));
  return distinct(
    printed.flatMap(({ field, declared }) =>
      declared !== undefined &&
      declared.from === "roster" &&
      (declared.type.kind === "text" || declared.type.kind === "name")
        ? [field]
        : [],
    ),
  ).toSorted();
}
