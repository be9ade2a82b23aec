import { law } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";
import { keywordClashes } from "./keyword-clash.ts";

export default outletRule(
  {
    code: "C107",
    name: "cancel-keyword-clash",
    summary: "A word that stops all messages, asked for to change a visit",
    why: "Whoever replies CANCEL, STOP, END or QUIT has opted out of everything, and the gateway acts on it before anybody reads the reply. Patients who only wanted another time would hear nothing again.",
    remedy:
      "Ask for another word, such as “Reply C to change your time”, or give the link and the phone number.",
    basis: law("47 CFR 64.1200(a)(10)"),
    severity: "error",
    waivable: "never",
    limits: ["optout_words"],
    examples: {
      good: [
        {
          title: "A letter of its own",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.book_online }}, or reply C to change your time.",
        },
      ],
      bad: [
        {
          title: "CANCEL for a visit",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.book_online }}, or reply CANCEL to cancel your visit.",
          marks: ["CANCEL"],
        },
        {
          title: "Two words that stop",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.book_online }}, or reply OPT OUT to change your visit.",
          marks: ["OPT OUT"],
        },
        {
          title: "The same in Spanish",
          edit: "-        {{ link.book_online }} o llame al {{ clinic.phone }}.\n+        {{ link.book_online }}, o responda CANCEL para cancelar su cita.",
          marks: ["CANCEL"],
        },
      ],
    },
  },
  function* (facts, _campaign, { workspace: { packs } }) {
    if (facts.outlet.part !== "sms.body") return;
    const listed = packs
      .words("optout_words")
      .flatMap(({ value }) => value.map((word) => word.toLowerCase()));
    for (const words of keywordClashes(facts.lattice, new Set(listed))) {
      const witness = witnessOf(words, facts);
      const reply = wordsOf(words);
      yield {
        at: spanOf(words, facts.outlet.at),
        message: `${nameOf(facts)} asks for the reply ${reply} about a visit, and ${reply} stops all messages`,
        ...(witness && { witness }),
      };
    }
  },
);
