import type { OutletFacts } from "../../analysis/index.ts";
import { languageName } from "../../source/index.ts";
import { witnessWithout } from "../../template/index.ts";
import { law } from "../basis.ts";
import { rule } from "../rule.ts";

/** How a person who cannot hear or speak on the phone gets through, in English and Spanish. */
const RELAY = /(?<!\d)711(?!\d)|\b(?:TTY|TDD|TRS|VRS)\b|\brelay\b|\brelevo\b|\bretransmisi[oó]n\b/i;

const LONG = ["email.body", "letter.body"];

export default rule(
  {
    code: "A103",
    name: "access-contact-relay",
    summary: "No way to answer for people who cannot use a phone as it is",
    why: "A number alone is no way to answer for somebody who is deaf or cannot speak. Letters and emails say how to reach you through relay, and whom to ask for other help.",
    remedy:
      "Write the phrase `accommodation` in library/phrases.yaml, with a number and 711 for relay: Recare adds it to every email and letter.",
    basis: law("45 CFR 92.202", "28 CFR 36.303"),
    severity: "warning",
    waivable: "anyone",
    absence: true,
    examples: {
      good: [
        {
          title: "TTY in other words",
          edit: "library/phrases.yaml:\n-    en: Need an interpreter or other help with your visit? Call {{ clinic.phone }}, or dial 711 for relay.\n+    en: Need an interpreter or other help? Call {{ clinic.phone }} (TTY 711).",
        },
      ],
      bad: [
        {
          title: "Help, by voice only",
          edit: "library/phrases.yaml:\n-    en: Need an interpreter or other help with your visit? Call {{ clinic.phone }}, or dial 711 for relay.\n+    en: Need an interpreter or other help with your visit? Call {{ clinic.phone }}.",
          marks: ["Need an interpreter or other help with your visit? Call {{ clinic.phone }}."],
        },
        {
          title: "No such line",
          edit: "library/phrases.yaml:\n-  accommodation:\n-    en: Need an interpreter or other help with your visit? Call {{ clinic.phone }}, or dial 711 for relay.\n-    es: ¿Necesita un intérprete u otra ayuda para su visita? Llame al {{ clinic.phone }}, o marque 711 para el servicio de relevo.",
          marks: ["missed-visit"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const phrase = facts.workspace.library.phrases.get("accommodation");
    const long = facts.outletsOf(campaign).filter(({ outlet }) => LONG.includes(outlet.part));
    const silent = new Set(long.filter(lacksRelay).map(({ outlet }) => outlet.language));
    if (phrase === undefined && silent.size > 0) {
      yield {
        at: campaign.at,
        message: "emails and letters of this campaign do not say how to reach you through relay (711)",
      };
    }
    for (const language of silent) {
      const text = phrase?.text.get(language);
      // A language that the phrase lacks is missed by a rule of its own.
      if (text === undefined) continue;
      yield {
        at: text.at,
        message: `the phrase accommodation does not say in ${languageName(language)} how to reach you through relay (711)`,
        remedy: "Add a sentence such as “or dial 711 for relay”.",
      };
    }
  },
);

function lacksRelay({ skeleton }: OutletFacts): boolean {
  return witnessWithout(skeleton, (piece) => piece.kind === "lit" && RELAY.test(piece.text)) !== undefined;
}
