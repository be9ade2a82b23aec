import type { Facts } from "../../analysis/index.ts";
import type { Campaign, Script } from "../../model/index.ts";
import { type Finding, languageName } from "../../source/index.ts";
import { witnessWithout } from "../../template/index.ts";
import { aNumber } from "../says.ts";
import type { SpokenScript } from "./calls.ts";

/** What a recording plays to whoever picks up. */
const SPOKEN = ["phone.opening", "phone.verified"];

/** Whether a recording or a machine speaks to whoever picks up. */
export function isRecorded({ voice }: Script): boolean {
  return voice?.value === "recorded" || voice?.value === "ai";
}

/** A consent for calls that people dial and speak does not cover a recording. A basis that nobody stated is missed elsewhere. */
export function* withConsentForStaff(
  { declarations }: Campaign,
  { script, step, at }: SpokenScript,
): Iterable<Finding> {
  const basis = declarations.consentBasis;
  if (basis?.value !== "manual-live-call") return;
  yield {
    at,
    message: `${step} is not spoken by a person, and the stated consent is for calls that people dial and speak`,
    remedy: "Have staff call, or call only people who agreed to recorded calls, and state that consent.",
    related: [
      ...(script.voice ? [{ at: script.voice.at, message: "who speaks is said here" }] : []),
      { at: basis.at, message: "the consent is stated here" },
    ],
  };
}

/** Who hears a recording learns a number to call back (47 CFR 64.1200(b)(2)). */
export function* withoutNumber(
  campaign: Campaign,
  facts: Facts,
  { script, step, at }: SpokenScript,
): Iterable<Finding> {
  const outlets = facts.outletsOf(campaign).filter(({ outlet }) => outlet.step === step);
  const number = aNumber(facts.workspace.library);
  for (const language of campaign.languages) {
    const said = outlets.filter(({ outlet }) => outlet.language === language && SPOKEN.includes(outlet.part));
    if (said.length === 0 || said.some(({ skeleton }) => witnessWithout(skeleton, number) === undefined))
      continue;
    yield {
      at,
      message: `${script.id} is a recording, and gives no number to call back in ${languageName(language)}`,
      remedy: "Say {{ clinic.phone }} in `open` or `then`.",
    };
    return;
  }
}
