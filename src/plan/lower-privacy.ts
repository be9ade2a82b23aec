import type { Facts, FieldFlow } from "../analysis/index.ts";
import {
  type Campaign,
  type Declarations,
  type FieldClass,
  furtherFacts,
  type Library,
} from "../model/index.ts";
import { ownLimitInWords } from "../packs/index.ts";
import { compareText } from "../source/index.ts";
import { wordsByLanguage } from "./lower-words.ts";
import type { SourceMap } from "./source-map.ts";
import type { Assumed, Plan } from "./types.ts";

/** Which field reaches which outlet, and which decide who is written to at all. */
export function lowerFlows(campaign: Campaign, facts: Facts, sources: SourceMap): Plan["flows"] {
  const selection = facts.selectionOf(campaign);
  const paths = [...new Set(selection.map(({ path }) => path))].sort(compareText);
  return {
    outlets: facts.outletsOf(campaign).map(({ outlet, flows }) => ({
      outlet: outlet.id,
      step: outlet.step,
      part: outlet.part,
      ceiling: outlet.ceiling,
      fields: [...flows].sort((a, b) => compareText(a.field, b.field)).map(lowerFlow),
    })),
    selection: paths.map((path) => {
      const uses = selection.filter((use) => use.path === path);
      return {
        path,
        class: classOf(uses[0]?.field?.class),
        by: [...new Set(uses.map(({ by }) => by))].sort(compareText),
      };
    }),
    pages: lowerPages(campaign, facts.workspace.library, sources),
  };
}

function lowerFlow({ field, declared, printed, influences }: FieldFlow): {
  path: string;
  class: FieldClass;
  marks: string;
} {
  return {
    path: field,
    class: classOf(declared?.class),
    marks: `${printed ? "E" : ""}${influences ? "I" : ""}`,
  };
}

/** A field that nobody declared has the top class. */
function classOf(declared: FieldClass | undefined): FieldClass {
  return declared ?? "restricted";
}

/** The campaign's own landing page, and those of the actions that its messages offer. */
function lowerPages(campaign: Campaign, library: Library, sources: SourceMap): Plan["flows"]["pages"] {
  const actions = campaign.actions.map(({ value }) => library.actions.get(value)?.page?.value);
  const ids = new Set([campaign.page?.value, ...actions].filter((id) => id !== undefined));
  return [...ids].sort(compareText).flatMap((id) => {
    const page = library.pages.get(id);
    if (page === undefined) return [];
    const { url, purpose, sections, languages, at } = page;
    return [sources.mark(at, { id, url: url.value, purpose, sections, languages })];
  });
}

/** What the proof rests on that a person decided. */
export function lowerAssumptions(campaign: Campaign, facts: Facts, assumed: Assumed): Plan["assumptions"] {
  const { organization, packs } = facts.workspace;
  const settings = [...organization.rules].sort(([a], [b]) => compareText(a, b));
  return {
    safe_words: acceptedWords(campaign, facts),
    severities: settings.flatMap(([rule, { severity }]) => (severity ? [{ rule, severity }] : [])),
    limits: settings.flatMap(([rule, { atMost }]) =>
      atMost === undefined ? [] : [{ rule, at_most: atMost }],
    ),
    ...assumed,
    packs: packs.applied.map(({ name, asOf }) => ({ name, as_of: asOf })),
    own_limits: packs.own.map((own) => ({
      pack: own.pack,
      limit: own.limit,
      state: own.state ?? null,
      effect: own.effect,
      says: ownLimitInWords(own),
      because: own.because,
      approved_by: own.approvedBy ?? null,
      on: own.on ?? null,
      until: own.until ?? null,
    })),
  };
}

/** Words of the organisation's own safe list that a short outlet of this campaign uses: privacy signs them. */
function acceptedWords(campaign: Campaign, facts: Facts): readonly string[] {
  const { safe } = facts.workspace.library.words;
  const used = new Set<string>();
  for (const { outlet, lattice } of facts.outletsOf(campaign)) {
    if (!outlet.short) continue;
    const accepted = new Set((safe.get(outlet.language) ?? []).map(({ value }) => value.toLowerCase()));
    for (const words of lattice.outgoing.values()) {
      for (const { text } of words) if (accepted.has(text.toLowerCase())) used.add(text.toLowerCase());
    }
  }
  return [...used].sort(compareText);
}

export function lowerDeclarations(campaign: Campaign, sources: SourceMap): Plan["declarations"] {
  const { caregiverConsent, funding, vendors, senderRegistration, retention, ...stated } =
    campaign.declarations;
  return {
    ...lowerConsentFacts(campaign.declarations, sources),
    caregiver_consent: caregiverConsent?.value ?? null,
    funding: funding?.value ?? null,
    vendors: vendors.map(({ name, handles, agreement, at }) =>
      sources.mark(at, { name, handles, agreement: agreement ?? null }),
    ),
    sender_registration: senderRegistration?.value ?? null,
    retention: retention?.value ?? null,
    mailbox_read_by: stated.mailboxReadBy?.value ?? null,
    email_protection: stated.emailProtection?.value ?? null,
    consent_covers: stated.consentCovers.map(({ value }) => value),
    translations: [...stated.translations]
      .sort(([a], [b]) => compareText(a, b))
      .map(([language, { by, on, wording, at }]) =>
        sources.mark(at, { language, by, on, wording: wording?.value ?? null }),
      ),
    stated: Object.fromEntries(furtherFacts(campaign.declarations)),
  };
}

/** What is stated about the consent of those who are texted and called, besides its basis and wording. */
function lowerConsentFacts(
  { consentRecord, numberSource, numbersChecked, doNotCall, optOut, exemption }: Declarations,
  sources: SourceMap,
): Pick<
  Plan["declarations"],
  "consent_record" | "number_source" | "numbers_checked" | "do_not_call" | "opt_out" | "exemption"
> {
  return {
    consent_record: consentRecord?.value ?? null,
    number_source: numberSource?.value ?? null,
    numbers_checked: numbersChecked?.value ?? null,
    do_not_call: doNotCall?.value ?? null,
    opt_out: optOut
      ? sources.mark(optOut.at, {
          ways: optOut.ways?.value ?? [],
          ...(optOut.words && { words: [...optOut.words.value].sort(compareText) }),
          scope: optOut.scope?.value ?? null,
          // The plan ends a sequence on all channels unless somebody says otherwise.
          reaches: optOut.reaches?.value ?? "every-channel",
          confirmation: wordsByLanguage(optOut.confirmation),
          confirmed_within: optOut.confirmedWithin?.value ?? null,
        })
      : null,
    exemption: exemption
      ? sources.mark(exemption.at, {
          free_to_end_user: exemption.freeToEndUser?.value ?? null,
          purpose: exemption.purpose?.value ?? null,
        })
      : null,
  };
}
