import { type Facts, type OutletFacts, shapeOf } from "../analysis/index.ts";
import type { Campaign, Claim, Library, Step } from "../model/index.ts";
import { compareText } from "../source/index.ts";
import { print, toJson } from "../template/index.ts";
import { lowerCondition } from "./lower-condition.ts";
import { wordsByLanguage } from "./lower-words.ts";
import type { SourceMap } from "./source-map.ts";
import type { PlanAction, PlanClaim, PlanScript, PlanStep } from "./types.ts";

/** The sequence: what each step says, and when. */
export function lowerSteps(campaign: Campaign, facts: Facts, sources: SourceMap): readonly PlanStep[] {
  return campaign.steps.map((step, order) => {
    const outlets = facts.outletsOf(campaign).filter((outlet) => outlet.step === step);
    return sources.mark(step.at, {
      id: step.id,
      channel: step.channel,
      to: step.to,
      content: lowerContent(campaign, step, outlets, facts, sources),
      when: {
        order,
        was: step.was,
        wait: sources.mark(step.wait?.at, { count: step.wait?.count ?? 0, unit: step.wait?.unit ?? "day" }),
        only_if: step.onlyIf ? lowerCondition(step.onlyIf, sources) : null,
        on_skip: "next",
        // A text gateway deduplicates by key; mail and paper cannot be asked whether they left.
        in_doubt: step.channel === "sms" ? "retry with the same key" : "park",
      },
    });
  });
}

function lowerContent(
  campaign: Campaign,
  step: Step,
  outlets: readonly OutletFacts[],
  facts: Facts,
  sources: SourceMap,
): PlanStep["content"] {
  const { library } = facts.workspace;
  const inserts = outlets.flatMap((outlet) => [...outlet.inserts]);
  const idsOf = (what: string) =>
    [...new Set(inserts.filter((insert) => insert.what === what).map(({ id }) => id))].sort(compareText);
  const printsBlock = (what: string) => inserts.some((insert) => insert.what === what);
  const actions = printsBlock("actions") ? campaign.actions.map(({ value }) => value) : [];
  return {
    outlets: outlets.map(({ outlet }) =>
      sources.mark(outlet.at, {
        part: outlet.part,
        name: outlet.name ?? null,
        language: outlet.language,
        arm: outlet.arm,
        source: print(outlet.template),
        tree: toJson(outlet.template),
      }),
    ),
    claims: claimsIn(outlets).flatMap((claim) => lowerClaim(claim, sources)),
    phrases: idsOf("phrase"),
    actions: [...new Set([...actions, ...idsOf("link")])]
      .sort(compareText)
      .flatMap((id) => lowerAction(id, library, sources)),
    offers: step.offers.map(({ id, label, when, at }) =>
      sources.mark(at, { id, label: wordsByLanguage(label), when: when?.value ?? null }),
    ),
    bring: (printsBlock("bring") ? campaign.bring : []).flatMap(({ value }) => {
      const item = library.bring.get(value);
      return item ? [{ id: item.id, label: wordsByLanguage(item.label) }] : [];
    }),
    ...lowerFields(outlets, library),
    script: step.script ? lowerScript(step.script.script) : null,
  };
}

/** Registered claims that the outlets state, by name or typed out, in the order of their ids. */
function claimsIn(outlets: readonly OutletFacts[]): readonly Claim[] {
  const stated = new Set(outlets.flatMap(({ claims }) => claims.map(({ claim }) => claim)));
  return [...stated].sort((x, y) => compareText(x.id, y.id));
}

function lowerClaim(claim: Claim, sources: SourceMap): readonly PlanClaim[] {
  const { id, kind, text, evidence, approved, valid, at } = claim;
  return [
    sources.mark(at, {
      id,
      kind,
      text: wordsByLanguage(text),
      evidence: {
        file: evidence.file.value,
        section: evidence.section ?? "",
        sha256: evidence.sha256 ?? "",
      },
      approved: { ...approved },
      valid: { from: valid.from, until: valid.until },
    }),
  ];
}

function lowerAction(id: string, library: Library, sources: SourceMap): readonly PlanAction[] {
  const action = library.actions.get(id);
  if (action === undefined) return [];
  return [
    sources.mark(action.at, {
      id,
      label: wordsByLanguage(action.label),
      link: action.shortLink?.value ?? null,
      page: action.page ? (library.pages.get(action.page.value)?.url.value ?? null) : null,
      leads_to: action.leadsTo ?? null,
      reply: action.reply?.value ?? null,
    }),
  ];
}

function lowerScript(script: NonNullable<Step["script"]>["script"]): PlanScript {
  return {
    id: script.id,
    voice: script.voice?.value ?? "live",
    verify: script.verify,
    ask: script.ask,
    record: script.record,
  };
}

/** The coded fields' words, and the limits that rendering enforces so that what was proved is what is sent. */
function lowerFields(
  outlets: readonly OutletFacts[],
  library: Library,
): Pick<PlanStep["content"], "say" | "fields"> {
  const languages = [...new Set(outlets.map(({ outlet }) => outlet.language))];
  const printed = new Set(
    outlets.flatMap(({ flows }) => flows.filter((flow) => flow.printed).map(({ field }) => field)),
  );
  const fields = [...printed].sort(compareText).flatMap((path) => library.fields.get(path) ?? []);
  return {
    say: Object.fromEntries(
      fields
        .filter(({ say }) => say.size > 0)
        .map(({ path, say }) => [
          path,
          Object.fromEntries([...say].map(([value, words]) => [value, wordsByLanguage(words)])),
        ]),
    ),
    fields: Object.fromEntries(
      fields.map((field) => {
        const longest = (language: string) => shapeOf(field, true, language, library).longest;
        return [
          field.path,
          {
            type: field.type.kind,
            longest: Object.fromEntries(languages.map((language) => [language, finite(longest(language))])),
            gsm7: field.gsm7,
          },
        ];
      }),
    ),
  };
}

function finite(length: number): number | null {
  return Number.isFinite(length) ? length : null;
}
