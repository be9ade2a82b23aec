import { type Hit, type Lexicon, lexicon, scanLattice, unreviewedWords } from "../lexicon/index.ts";
import type { Campaign, Outlet, OwnWords, Step, Workspace } from "../model/index.ts";
import {
  flow,
  type InsertNode,
  type LatticeWord,
  type LengthBound,
  lengthOf,
  type Skeleton,
  skeleton,
  smsParts,
  type WordLattice,
  wordLattice,
} from "../template/index.ts";
import { shapeOf } from "./describe.ts";
import type { Facts, FieldFlow, LinkUse, OutletFacts, Selection, StepTime } from "./facts.ts";
import { lazy } from "./lazy.ts";
import { insertsOf, linksOf, literalsOf } from "./links.ts";
import { firstRendering } from "./sample.ts";
import { scheduleOf } from "./schedule.ts";
import { selectionOf } from "./selection.ts";

/**
 * Facts about a workspace, each computed on first use and kept; those about outlets, which are large, for the campaign
 * that was asked about last.
 */
export function factsOf(workspace: Workspace): Facts {
  let latest: { readonly campaign: Campaign; readonly outlets: readonly OutletFacts[] } | undefined;
  const schedules = new Map<Campaign, readonly StepTime[]>();
  const selections = new Map<Campaign, readonly Selection[]>();
  const words = lexicon(withPublicNames(workspace));
  return {
    workspace,
    outletsOf(campaign) {
      if (latest?.campaign !== campaign) {
        const outlets = campaign.steps.flatMap((step) =>
          step.outlets.map((outlet) => outletFacts(outlet, step, workspace, words)),
        );
        latest = { campaign, outlets };
      }
      return latest.outlets;
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

/** Facts about one outlet. Getters, so that a rule pays only for what it asks. */
function outletFacts(outlet: Outlet, step: Step, { library }: Workspace, words: Lexicon): OutletFacts {
  const { template, language } = outlet;
  const flows = lazy((): readonly FieldFlow[] =>
    flow(template).map((label) => ({ ...label, declared: library.fields.get(label.field) })),
  );
  const all = lazy(
    (): Skeleton =>
      skeleton(template, (path, said) => shapeOf(library.fields.get(path), said, language, library)),
  );
  const length = lazy((): LengthBound => lengthOf(all()));
  const lattice = lazy((): WordLattice => wordLattice(all()));
  const hits = lazy((): readonly Hit[] => scanLattice(lattice(), words, language));
  const unreviewed = lazy((): readonly LatticeWord[] =>
    outlet.short ? unreviewedWords(lattice(), words, language) : [],
  );
  const inserts = lazy((): readonly InsertNode[] => insertsOf(template));
  const links = lazy((): readonly LinkUse[] => linksOf(template));
  const literals = lazy(() => literalsOf(template));
  const sample = lazy(() => firstRendering(all()));
  return {
    outlet,
    step,
    get flows() {
      return flows();
    },
    get skeleton() {
      return all();
    },
    get length() {
      return length();
    },
    get smsParts() {
      return smsParts(length());
    },
    get lattice() {
      return lattice();
    },
    get hits() {
      return hits();
    },
    get unreviewed() {
      return unreviewed();
    },
    get inserts() {
      return inserts();
    },
    get links() {
      return links();
    },
    get literals() {
      return literals();
    },
    get sample() {
      return sample();
    },
  };
}
