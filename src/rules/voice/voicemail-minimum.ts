import type { OutletFacts } from "../../analysis/index.ts";
import type { Campaign, Library } from "../../model/index.ts";
import type { Finding } from "../../source/index.ts";
import { witnessWithout } from "../../template/index.ts";
import { guidance } from "../basis.ts";
import { rule } from "../rule.ts";
import { aNumber } from "../says.ts";
import { nameOf, spanOf, witnessOf } from "../where.ts";
import { scriptsOf } from "./calls.ts";
import { reasonsIn } from "./reasons.ts";

/** Inserts that say more than who called and where to call back. */
const MORE = ["message", "claim", "actions", "bring", "offer"];

export default rule(
  {
    code: "V103",
    name: "voicemail-minimum",
    summary: "A voicemail that says too much, or not enough",
    why: "An answering machine is heard by whoever presses the button. It gets a name, a number and the wish for a call back: enough to act on, and nothing about why. A script without words for it leaves them to be made up on the spot.",
    remedy:
      "Give the script a `voicemail`: a phrase of library/phrases.yaml with {{ sender }}, {{ clinic.phone }} and “please call us”, and no more.",
    basis: guidance("HHS HIPAA FAQ 198 (messages on answering machines)", "45 CFR 164.510(b)(3)"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Who, and where to call",
          edit: "library/phrases.yaml:\n-    en: This is {{ caller }} from {{ sender }}. Please call us at {{ clinic.phone }}.\n+    en: Hello from {{ sender }}. Please call {{ clinic.phone }} when you can.",
        },
      ],
      bad: [
        {
          title: "The reason, told to the room",
          edit: "library/phrases.yaml:\n-    en: This is {{ caller }} from {{ sender }}. Please call us at {{ clinic.phone }}.\n+    en: This is {{ caller }} from {{ sender }}. Please call us about your visit at {{ clinic.phone }}.",
          marks: ["visit"],
        },
        {
          title: "The core message, which says why",
          edit: "library/phrases.yaml:\n-    en: This is {{ caller }} from {{ sender }}. Please call us at {{ clinic.phone }}.\n+    en: This is {{ sender }}. {{ message.next_step }} Call {{ clinic.phone }}.",
          marks: ["{{ message.next_step }}"],
        },
        {
          title: "No number to call",
          edit: "library/phrases.yaml:\n-    en: This is {{ caller }} from {{ sender }}. Please call us at {{ clinic.phone }}.\n+    en: This is {{ caller }} from {{ sender }}. Please call us.",
          marks: ["This is {{ caller }} from {{ sender }}. Please call us."],
        },
        {
          title: "No words for an answering machine",
          edit: "library/scripts.yaml:\n-    voicemail: callback_only",
          marks: ["missed_visit"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    yield* withoutWords(campaign);
    for (const outlet of facts.outletsOf(campaign)) {
      if (outlet.outlet.part === "phone.voicemail") yield* inVoicemail(outlet, facts.workspace.library);
    }
  },
);

function* withoutWords(campaign: Campaign): Iterable<Finding> {
  for (const { script, step, at } of scriptsOf(campaign)) {
    if (script.voicemail !== undefined) continue;
    yield {
      at,
      message: `the script ${script.id} has no words for the answering machine that may pick up ${step}`,
      related: [{ at: script.at, message: "`voicemail` belongs in this script" }],
    };
  }
}

function* inVoicemail(facts: OutletFacts, library: Library): Iterable<Finding> {
  const { outlet, inserts, skeleton } = facts;
  const where = nameOf(facts);
  for (const { what, id, at } of inserts) {
    if (!MORE.includes(what)) continue;
    const name = id === "" ? what : `${what}.${id}`;
    yield { at, message: `${where} says {{ ${name} }}, and whoever is in the room hears it` };
  }
  for (const word of reasonsIn(facts)) {
    if (word.marks.some((mark) => MORE.some((what) => mark === what || mark.startsWith(`${what}:`))))
      continue;
    const witness = witnessOf([word], facts);
    yield {
      at: spanOf([word], outlet.at),
      message: `${where} says "${word.text}", and whoever is in the room learns why you called`,
      ...(witness && { witness }),
    };
  }
  const mute = witnessWithout(skeleton, aNumber(library));
  if (mute === undefined) return;
  yield {
    at: outlet.at,
    message: `${where} gives no telephone number to call back${mute.when === "" ? "" : ` ${mute.when}`}`,
    ...(mute.when !== "" && { witness: mute }),
  };
}
