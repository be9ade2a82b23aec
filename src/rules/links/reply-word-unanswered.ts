import type { OutletFacts } from "../../analysis/index.ts";
import type { LatticeWord } from "../../template/index.ts";
import { practice } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { folded, sequencesFrom } from "../sequences.ts";
import { nameOf, spanOf, witnessOf } from "../where.ts";

/** How a text asks for an answer by text, in English and Spanish. */
const ASKS = new Set(
  "reply respond answer text send responda responde conteste contesta envie mande escriba".split(" "),
);
const BETWEEN = new Set("back with the word us con la palabra".split(" "));
/** A word that one answers with even where it is not in capitals; "si" without its accent is "if". */
const ANSWERS = ["yes", "sí"];
/** The gateway itself understands these. */
const BUILT_IN = new Set(
  "stop stopall unsubscribe cancel end quit revoke optout help info start alto ayuda".split(" "),
);

export default outletRule(
  {
    code: "X116",
    name: "reply-word-unanswered",
    summary: "A text that asks for a word which nobody acts on",
    why: "Somebody texts YES and believes that they have a visit. If no action says what the word leads to, nobody books it, and the patient waits for nothing.",
    remedy:
      "Give an action of this campaign the word, as `reply: YES` in library/actions.yaml with what it `leads_to`, or ask for something else.",
    basis: practice("workflow practice: every invited reply has an owner"),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "A word that leads to a call",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.book_online }}. Reply CALL or call {{ clinic.phone }}.\n=\nlibrary/actions.yaml:\n     leads_to: wants_a_call\n+    reply: CALL",
        },
      ],
      bad: [
        {
          title: "YES leads nowhere",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.book_online }} or reply YES. {{ clinic.phone }}",
          marks: ["reply YES"],
        },
        {
          title: "A word that an action has, and that leads to nothing",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.book_online }}. Reply CALL or call {{ clinic.phone }}.\n=\nlibrary/actions.yaml:\n-    leads_to: wants_a_call\n+    reply: CALL",
          marks: ["Reply CALL"],
        },
      ],
    },
  },
  function* (facts, { actions }, { workspace: { library } }) {
    if (facts.outlet.part !== "sms.body") return;
    const known = actions.flatMap(({ value }) => {
      const { reply, leadsTo } = library.actions.get(value) ?? {};
      return reply && leadsTo ? [folded(reply.value)] : [];
    });
    for (const { asked, word } of askedIn(facts)) {
      if (known.includes(folded(word.text)) || BUILT_IN.has(folded(word.text))) continue;
      const witness = witnessOf([asked, word], facts);
      yield {
        at: spanOf([asked, word], facts.outlet.at),
        message: `${nameOf(facts)} asks people to answer ${word.text}, and that word leads to nothing`,
        ...(witness && { witness }),
      };
    }
  },
);

/** "reply … YES": the verb, and the word that somebody is to send. */
function* askedIn({
  lattice,
}: OutletFacts): Iterable<{ readonly asked: LatticeWord; readonly word: LatticeWord }> {
  for (const [asked, ...rest] of sequencesFrom(lattice, ({ text }) => ASKS.has(folded(text)), 5)) {
    const word = rest.find(({ text }) => !BETWEEN.has(folded(text)));
    if (asked !== undefined && word !== undefined && isKeyword(word)) yield { asked, word };
  }
}

function isKeyword({ text, hole }: LatticeWord): boolean {
  if (hole !== undefined) return false;
  return /^(?:\p{Lu}{2,12}|\p{Lu}|[0-9])$/u.test(text) || ANSWERS.includes(text.toLowerCase());
}
