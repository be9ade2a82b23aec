import {
  type Hit,
  isSearchCut,
  type Lexicon,
  lexicon,
  scanLattice,
  unreviewedWords,
} from "../lexicon/index.ts";
import type { Campaign, Language, Outlet, OwnWords, Step, Workspace } from "../model/index.ts";
import {
  flow,
  type InsertNode,
  type LatticeWord,
  type LengthBound,
  lengthOf,
  namesNothing,
  type Skeleton,
  skeleton,
  smsParts,
  type Template,
  type WordLattice,
  wordLattice,
} from "../template/index.ts";
import { printedClaims, statedClaims } from "./claims.ts";
import { shapeOf } from "./describe.ts";
import type { Facts, FieldFlow, LinkUse, OutletFacts, Selection, StepTime } from "./facts.ts";
import { lazy } from "./lazy.ts";
import { insertsOf, linksOf, literalsOf } from "./links.ts";
import { firstRendering } from "./sample.ts";
import { scheduleOf } from "./schedule.ts";
import { selectionOf } from "./selection.ts";
import { type Whereabouts, whereaboutsOf } from "./states.ts";

/**
 * Facts about a workspace, each computed on first use and kept; those about outlets, which are large, for the campaign
 * that was asked about last.
 */
export function factsOf(workspace: Workspace): Facts {
  type OfCampaign = { readonly campaign: Campaign; readonly outlets: readonly OutletFacts[] };
  let latest: OfCampaign | undefined;
  let latestAnswers: OfCampaign | undefined;
  const schedules = new Map<Campaign, readonly StepTime[]>();
  const selections = new Map<Campaign, readonly Selection[]>();
  const words = lexicon(withPublicNames(workspace));
  const firstIn = new WeakMap<Template, Campaign>();
  const shared = new WeakMap<Template, TextFacts>();
  // Facts about a text that several campaigns share are kept; most texts are of one campaign, and theirs go with it.
  const textOf = ({ template, language }: Outlet, campaign: Campaign): TextFacts => {
    const before = shared.get(template);
    if (before?.language === language) return before;
    const text = textFacts(template, language, workspace, words);
    const first = firstIn.get(template);
    if (first === undefined) firstIn.set(template, campaign);
    else if (first !== campaign) shared.set(template, text);
    return text;
  };
  const whereabouts = new Map<Campaign, Whereabouts>();
  return {
    workspace,
    whereaboutsOf: (campaign) => kept(whereabouts, campaign, () => whereaboutsOf(campaign, workspace)),
    outletsOf(campaign) {
      if (latest?.campaign !== campaign) {
        const outlets = campaign.steps.flatMap((step) =>
          step.outlets.map((outlet) => outletFacts(outlet, step, textOf(outlet, campaign))),
        );
        latest = { campaign, outlets };
      }
      return latest.outlets;
    },
    answersOf(campaign) {
      if (latestAnswers?.campaign !== campaign) {
        const outlets = campaign.answers.flatMap((step) =>
          step.outlets.map((outlet) => outletFacts(outlet, step, textOf(outlet, campaign))),
        );
        latestAnswers = { campaign, outlets };
      }
      return latestAnswers.outlets;
    },
    scheduleOf: (campaign) => kept(schedules, campaign, () => scheduleOf(campaign)),
    selectionOf: (campaign) => kept(selections, campaign, () => selectionOf(campaign, workspace.library)),
  };
}

/**
 * The organisation's own words, and the names that patients know it by: those stand in every message, and a rule of
 * their own asks whether they tell a specialty.
 */
function withPublicNames({ organization, library }: Workspace): OwnWords {
  const names = [
    organization.sender,
    ...(organization.postalAddress ? [organization.postalAddress] : []),
    ...[...library.locations.values()].flatMap(({ publicName, address }) => [publicName, address]),
  ];
  const safe = organization.languages.map(
    (language) => [language, [...(library.words.safe.get(language) ?? []), ...names]] as const,
  );
  return { ...library.words, safe: new Map([...library.words.safe, ...safe]) };
}

function kept<K, V>(memory: Map<K, V>, key: K, compute: () => V): V {
  let value = memory.get(key);
  if (value === undefined) {
    value = compute();
    memory.set(key, value);
  }
  return value;
}

/** Facts about one outlet: those about its text, which other outlets may say too, and the place where it stands. */
function outletFacts(outlet: Outlet, step: Step, text: TextFacts): OutletFacts {
  return {
    outlet,
    step,
    get flows() {
      return text.flows();
    },
    get skeleton() {
      return text.skeleton();
    },
    get length() {
      return text.length();
    },
    get smsParts() {
      return smsParts(text.length());
    },
    get lattice() {
      return text.lattice();
    },
    get hits() {
      return text.hits();
    },
    get unreviewed() {
      return text.unreviewed();
    },
    get inserts() {
      return text.inserts();
    },
    get claims() {
      return text.claims();
    },
    get nearClaims() {
      return text.stated().near;
    },
    get links() {
      return text.links();
    },
    get isCut() {
      return text.isCut();
    },
    get literals() {
      return text.literals();
    },
    get sample() {
      return text.sample();
    },
  };
}

type TextFacts = ReturnType<typeof textFacts>;

/** Facts about one text in one language, each found out when a rule first asks for it. */
function textFacts(template: Template, language: Language, { library }: Workspace, words: Lexicon) {
  const whole = lazy(
    (): Skeleton =>
      skeleton(template, (path, said) => shapeOf(library.fields.get(path), said, language, library)),
  );
  const lattice = lazy((): WordLattice => wordLattice(whole()));
  const inserts = lazy((): readonly InsertNode[] => insertsOf(template));
  const linkFacts = lazy(() => linksOf(whole()));
  const stated = lazy(() => statedClaims(lattice(), library, language));
  return {
    language,
    skeleton: whole,
    lattice,
    flows: lazy((): readonly FieldFlow[] =>
      flow(template).map((label) => ({ ...label, declared: library.fields.get(label.field) })),
    ),
    length: lazy((): LengthBound => lengthOf(whole())),
    stated,
    claims: lazy(() => [...printedClaims(inserts(), library), ...stated().typed]),
    hits: lazy((): readonly Hit[] =>
      scanLattice(
        lattice(),
        words,
        language,
        stated().typed.flatMap(({ typed }) => (typed ? [typed] : [])),
      ),
    ),
    unreviewed: lazy((): readonly LatticeWord[] => unreviewedWords(lattice(), words, language)),
    inserts,
    links: lazy((): readonly LinkUse[] => linkFacts().links),
    // What a name that nobody declares would print is not asked: the text is read once the name is mended.
    isCut: lazy(
      () =>
        (lattice().truncated || linkFacts().isCut || isSearchCut(lattice(), words, language)) &&
        !namesNothing(template),
    ),
    literals: lazy(() => literalsOf(template)),
    sample: lazy(() => firstRendering(whole())),
  };
}
