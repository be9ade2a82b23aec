import type { Basis, PackName } from "../source/index.ts";
import type { OwnLimit } from "./in-force.ts";
import { LIMITS, type LimitMeaning } from "./limits.ts";
import type { Pack, PackEntry } from "./pack.ts";
import { type LimitValue, valueInWords } from "./value.ts";

const CONFIDENCE: Readonly<Record<Basis["confidence"], string>> = {
  checked: "checked against the source",
  memory: "from memory: look it up before you rely on it",
  unsettled: "unsettled law",
};

/**
 * What a rule goes by, a sentence each: its pack, and the values of its limits. A rule of a pack goes by that pack, any
 * other by what holds in every state. States with the same value and source stand together.
 *
 * @param rule its pack and the names of its limits, as its meta says
 */
export function ruleInPacks(
  packs: readonly Pack[],
  rule: { readonly pack?: PackName; readonly limits?: readonly string[] },
): readonly string[] {
  const own = packs.filter(({ name }) => rule.pack === undefined || rule.pack === name);
  const entries = own
    .flatMap((pack) => pack.entries)
    .filter(
      ({ limit, state }) => rule.limits?.includes(limit) && (rule.pack !== undefined || state === undefined),
    );
  const titles =
    rule.pack === undefined ? [] : own.map(({ name, title, asOf }) => `${name}: ${title}, as of ${asOf}.`);
  return [...titles, ...limitsInWords(entries)];
}

function limitsInWords(entries: readonly PackEntry[]): readonly string[] {
  const statesOf = new Map<
    string,
    { readonly about: string; readonly says: string; readonly states: string[] }
  >();
  for (const { limit, state, value, cites, asOf, confidence } of entries) {
    const meaning: LimitMeaning = LIMITS[limit];
    const says = `${inShort(value, meaning)} (${cites.join("; ")}; as of ${asOf}; ${CONFIDENCE[confidence]})`;
    const known = statesOf.get(`${limit}\n${says}`) ?? { about: meaning.about, says, states: [] };
    if (state !== undefined) known.states.push(state);
    statesOf.set(`${limit}\n${says}`, known);
  }
  return [...statesOf.values()].map(({ about, says, states }, index, all) => {
    const place = states.length === 0 ? "" : `in ${states.join(", ")}`;
    const isNamed = all[index - 1]?.about === about && place !== "";
    return sentence(`${isNamed ? place : [about, place].filter((part) => part !== "").join(", ")}: ${says}`);
  });
}

/** Words of a list that are shown on a rule's page. */
const FEW_WORDS = 12;

/** A value; of a long list the beginning, for its file has it all. */
function inShort(value: LimitValue, meaning: LimitMeaning): string {
  if (value.kind !== "words" || value.words.length <= FEW_WORDS + 1) return valueInWords(value, meaning);
  const shown = value.words.slice(0, FEW_WORDS).join(", ");
  return `${shown}, and ${value.words.length - FEW_WORDS} more in data/packs`;
}

/** What an organisation set, and in the place of what: "hours …, in IL: every day 08:00 to 21:00 in place of … of us-states". */
export function ownLimitInWords({ limit, pack, state, value, also, instead }: OwnLimit): string {
  const meaning: LimitMeaning = LIMITS[limit];
  if (also !== undefined) return `${meaning.about}: ${also.join(", ")} beside those of ${pack}`;
  const packs = instead === undefined ? "beside" : `in place of ${valueInWords(instead.value, meaning)} of`;
  return `${meaning.about}${state === undefined ? "" : `, in ${state}`}: ${valueInWords(value, meaning)} ${packs} ${pack}`;
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
