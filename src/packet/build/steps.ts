import type { Facts, OutletFacts } from "../../analysis/index.ts";
import { english } from "../../audience/index.ts";
import { type Campaign, OUTLET_PARTS, type Step } from "../../model/index.ts";
import type { Span } from "../../source/index.ts";
import type { PacketLength, PacketOutlet, PacketStep, SourcePlace } from "../model.ts";
import { waitInWords } from "./audience.ts";
import { byLanguage } from "./claims.ts";
import { wordingsOf } from "./wordings.ts";

/** Every step with every text that it prints. */
export function stepsOf(
  campaign: Campaign,
  facts: Facts,
  place: (span: Span) => SourcePlace,
): readonly PacketStep[] {
  return facts.scheduleOf(campaign).map(({ step, earliest, latest }) => {
    const { file, line, column } = place(step.at);
    return {
      id: step.id,
      channel: step.channel,
      to: step.to,
      earliest,
      latest,
      wait: step.wait === undefined ? null : waitInWords(step.wait),
      onlyIf: step.onlyIf === undefined ? null : english(step.onlyIf.value),
      offers: step.offers.map(({ id, label, when }) => ({
        id,
        label: byLanguage(label, campaign.languages),
        when: when?.value ?? null,
      })),
      at: { file, line, column },
      outlets: outletsOf(step, campaign, facts),
      script: scriptOf(step),
    };
  });
}

/** By part, then language, then arm; an arm that says the same as the other is not told twice. */
function outletsOf(step: Step, campaign: Campaign, facts: Facts): readonly PacketOutlet[] {
  const outlets = facts
    .outletsOf(campaign)
    .filter((outlet) => outlet.step === step)
    .map((outlet) => describe(outlet, facts));
  return outlets
    .filter(
      (outlet) =>
        outlet.arm === "a" || !outlets.some((other) => other.arm === "a" && sameWords(outlet, other)),
    )
    .toSorted(
      (a, b) =>
        OUTLET_PARTS.indexOf(a.part) - OUTLET_PARTS.indexOf(b.part) ||
        campaign.languages.indexOf(a.language) - campaign.languages.indexOf(b.language),
    );
}

function sameWords(a: PacketOutlet, b: PacketOutlet): boolean {
  return (
    a.part === b.part &&
    a.name === b.name &&
    a.language === b.language &&
    JSON.stringify(a.wordings) === JSON.stringify(b.wordings)
  );
}

function describe(outlet: OutletFacts, facts: Facts): PacketOutlet {
  const { part, name, language, arm, ceiling } = outlet.outlet;
  return {
    part,
    name: name ?? null,
    language,
    arm,
    ceiling,
    wordings: wordingsOf(outlet, facts),
    length: part === "sms.body" ? lengthOf(outlet) : null,
    links: outlet.links.map(({ url, host, action }) => ({ url, host, action: action ?? null })),
  };
}

/** Septets where all renderings are GSM-7, else UTF-16 units: that is what a part is counted in (3GPP TS 23.038). */
function lengthOf({ length, smsParts }: OutletFacts): PacketLength {
  const unicode = length.ucs2 >= 0;
  const characters = unicode ? length.longest : length.septets;
  return {
    characters: finite(characters),
    parts: finite(smsParts),
    encoding: unicode ? "UCS-2" : "GSM-7",
    onePart: unicode ? 70 : 160,
  };
}

function finite(n: number): number | null {
  return Number.isFinite(n) ? n : null;
}

function scriptOf({ script }: Step): PacketStep["script"] {
  if (script === undefined) return null;
  const { id, voice, verify, ask, record } = script.script;
  return { id, voice: voice?.value ?? "live", verify, ask, record };
}
