import { phraseBook } from "../../lexicon/index.ts";
import { practice } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";

/** Words that take an earlier message for granted. */
const MENTIONS = phraseBook({
  find: {
    en: "as we (texted|wrote|emailed|mailed|called|mentioned|said|told) | [as] we (texted|emailed|called|messaged|mailed|wrote to) you | (our|my) (last|previous|earlier|prior|recent|first) (text|message|email|letter|call|note|voicemail|reminder) | we sent [you] (a|an|this|that) (text|message|email|letter|reminder) | we left [you] (a|you a) (message|voicemail|note) | (following|follow) up on (our|my|the) (text|message|email|letter|call|voicemail) | we [have] tried to (call|reach|contact|text|email) you | (the|our) (text|message|email|letter|voicemail) we sent | as (mentioned|noted|discussed) (before|earlier|above|previously|already)",
    es: "como le (escribimos|dijimos|mencionamos|enviamos|explicamos|contamos) | (nuestro|mi|el) [último] (mensaje|correo|texto|recordatorio) (anterior|previo|pasado) | (nuestro|mi) último (mensaje|correo|texto|recordatorio) | (nuestra|mi) (carta|llamada) anterior | (nuestra|mi) última (carta|llamada) | [ya] le (escribimos|enviamos|mandamos) (un|el|este) (mensaje|correo|texto|recordatorio) | le (enviamos|mandamos) una carta | le dejamos un (mensaje|recado) | (tratamos|intentamos|hemos intentado|hemos tratado) [de] (llamarle|contactarle|comunicarnos|localizarle)",
  },
  except: {
    en: "(if|in case) (you|we) (got|saw|received|missed) our (text|message|email|letter|call)",
  },
});

export default outletRule(
  {
    code: "W114",
    name: "earlier-message-mentioned",
    summary: "A message that takes an earlier one for granted",
    why: "Every step can be skipped for somebody: no consent for texts, no email address, a fact that is missing. “As we texted you” is then a message about one that never came, and reads like a mistake or a fraud.",
    remedy: "Say the purpose and the next step again; they are short.",
    basis: practice("outreach sequencing: every message stands alone"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "A message that stands alone",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        We send your visit time by text. You can also call us at {{ clinic.phone }}.\n \n         {{ bring }}",
        },
      ],
      bad: [
        {
          title: "A text that may not have come",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        We texted you about this. You can also call us at {{ clinic.phone }}.\n \n         {{ bring }}",
          marks: ["We texted you"],
        },
      ],
    },
  },
  function* (facts, campaign) {
    const { outlet, step, lattice } = facts;
    // Whoever is answered has had a message.
    if (outlet.part === "reply.text") return;
    const first = campaign.steps.find(({ to }) => to === step.to)?.id === step.id;
    for (const { words } of MENTIONS(lattice, outlet.language)) {
      const witness = witnessOf(words, facts);
      yield {
        at: spanOf(words, outlet.at),
        message: first
          ? `"${wordsOf(words)}" in ${nameOf(facts)}, which is the first message that this person gets`
          : `"${wordsOf(words)}" in ${nameOf(facts)} takes an earlier step for granted, which may have been skipped`,
        ...(witness && { witness }),
      };
    }
  },
);
