import type { Facts, OutletFacts } from "../../analysis/index.ts";
import type { Campaign } from "../../model/index.ts";
import type { Finding } from "../../source/index.ts";
import { witnessWithout } from "../../template/index.ts";
import { aNumber } from "../says.ts";
import type { SpokenScript } from "./calls.ts";

/** What the exemption for calls about care allows without consent (47 CFR 64.1200(a)(3)(v), (a)(9)(iv)). */
const EXEMPT = { perDay: 1, perWeek: 3 };

/** How one can end such calls, in English and Spanish. */
const OPT_OUT =
  /\bopt(?:ing)? out\b|\bstop (?:these |the |our |all )?calls?\b|\bno more calls?\b|\b(?:dejar de|no) recibir\b|\bno le llam/i;

/** What a call that is not spoken by a person lacks. A basis that nobody stated is missed by a rule of its own. */
export function* lacksOfRecording(
  campaign: Campaign,
  facts: Facts,
  { script, step, at }: SpokenScript,
): Iterable<Finding> {
  const { declarations, limits } = campaign;
  const basis = declarations.consentBasis;
  const related = script.voice ? [{ at: script.voice.at, message: "who speaks is said here" }] : [];
  if (basis?.value === "manual-live-call") {
    yield {
      at,
      message: `${step} is not spoken by a person, and the stated consent is for calls that people dial and speak`,
      remedy: "Have staff call, or call only people who agreed to recorded calls, and state that consent.",
      related: [...related, { at: basis.at, message: "the consent is stated here" }],
    };
  }
  if (basis?.value !== "healthcare-exempt") return;
  if (limits.perDay > EXEMPT.perDay || limits.perWeek > EXEMPT.perWeek) {
    yield {
      at,
      message: `without consent, ${EXEMPT.perDay} recorded call a day and ${EXEMPT.perWeek} a week are allowed, and contact limits are ${limits.perDay} and ${limits.perWeek}`,
      remedy: "Tighten `contact_limits`, or state a consent that covers recorded calls.",
      related,
    };
  }
  const outlets = facts.outletsOf(campaign).filter((outlet) => outlet.step.id === step);
  if (!outlets.some(saysHowToStop)) {
    yield {
      at,
      message: `without consent, a recorded call says how to stop such calls, and ${script.id} does not`,
      related,
    };
  }
}

function saysHowToStop({ literals }: OutletFacts): boolean {
  return literals.some(({ text }) => OPT_OUT.test(text));
}

/** Whether some recording of a step gives no number to call back, in any of these parts. */
export function* lacksNumber(
  campaign: Campaign,
  facts: Facts,
  { script, step, at }: SpokenScript,
): Iterable<Finding> {
  const spoken = ["phone.opening", "phone.verified"];
  const outlets = facts.outletsOf(campaign).filter((outlet) => outlet.step.id === step);
  const number = aNumber(facts.workspace.library);
  for (const language of campaign.languages) {
    const said = outlets.filter(({ outlet }) => outlet.language === language && spoken.includes(outlet.part));
    if (said.length === 0 || said.some(({ skeleton }) => witnessWithout(skeleton, number) === undefined))
      continue;
    yield {
      at,
      message: `a recorded call gives a number to call back, and ${script.id} gives none`,
      remedy: "Say {{ clinic.phone }} in `open` or `then`.",
    };
    return;
  }
}
