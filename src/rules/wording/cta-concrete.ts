import type { Campaign, Library, Sourced, Words } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

/** Labels that do not say what happens, without case and punctuation. */
const EMPTY_LABELS: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:please )?(?:click|tap|press|go|look)(?: (?:here|now|below|this|on this link|the link))?|here|this link|(?:the )?link|(?:learn|read|see|find out|discover|know)(?: (?:more|it all))(?: here| now)?|more(?: (?:info|information|details))?|info|information|details|continue|submit|ok|next|visit (?:us|our site|our website)|our website)$/,
  es: /^(?:(?:haga|haz|dé|de)? ?(?:clic|click)(?: aquí| ahora| en el enlace)?|aquí|(?:este |el )?enlace|(?:pulse|toque|presione|vea|entre)(?: aquí)?|(?:saber|leer|ver|conozca|descubra|lea|vea) más|más(?: (?:información|detalles))?|información|detalles|continuar|enviar|siguiente|ok|visítenos|nuestra página)$/,
};

/** Kinds of reply that lead to a visit. */
const LEADS_TO_A_VISIT: readonly (string | undefined)[] = ["booked", "wants_a_call"];

export default rule(
  {
    code: "W110",
    name: "cta-concrete",
    summary: "An action that does not say what it does",
    why: "“Learn more” leads to reading. A label that names the step, such as “Pick a new time”, is followed by people who take it, and read aloud by a screen reader it still makes sense.",
    remedy: "Write the step as a verb and its object: Pick a new time, Ask us to call you.",
    basis: practice(
      "CDC Clear Communication Index, item 4 (call to action)",
      "WCAG 2.1, success criterion 2.4.4 (link purpose)",
    ),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "The step in the label",
          edit: "library/actions.yaml:\n-      en: Book now\n+      en: Choose another time",
        },
      ],
      bad: [
        {
          title: "A label that says nothing",
          edit: "library/actions.yaml:\n-      en: Book now\n+      en: Learn more",
          marks: ["Learn more"],
        },
        {
          title: "Nothing leads to a visit",
          edit: "   actions:\n     - book_online\n-    - request_call\n=\nlibrary/actions.yaml:\n     short_link: maple.example/r\n-    leads_to: booked\n+    leads_to: question",
          marks: ["book_online"],
        },
      ],
    },
  },
  function* (campaign, { workspace: { library } }) {
    for (const [language, label] of labelsOf(campaign, library)) {
      const plain = label.value
        .normalize("NFC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N} ]/gu, "")
        .trim();
      if (EMPTY_LABELS[language]?.test(plain)) {
        yield { at: label.at, message: `"${label.value}" does not say what happens` };
      }
    }
    const actions = campaign.actions.flatMap(({ value }) => library.actions.get(value) ?? []);
    const stated = actions.every(({ leadsTo }) => leadsTo !== undefined);
    const [first] = campaign.actions;
    if (first !== undefined && stated && !actions.some(({ leadsTo }) => LEADS_TO_A_VISIT.includes(leadsTo))) {
      yield {
        at: first.at,
        message: `no action leads to a booking or a call back, and the goal is "${campaign.goal?.outcome ?? "a visit"}"`,
        remedy: "Offer an action whose `leads_to` is `booked` or `wants_a_call`.",
      };
    }
  },
);

/** What stands on the links of a campaign, by language. */
function labelsOf({ actions }: Campaign, library: Library): readonly (readonly [string, Sourced<string>])[] {
  return actions.flatMap(({ value }) => [...labels(library.actions.get(value)?.label)]);
}

function labels(words: Words | undefined): Words {
  return words ?? new Map();
}
