import type { OutletFacts } from "../../analysis/index.ts";
import { kindName, oneMistakeEach } from "../../lexicon/index.ts";
import { choices } from "../../source/index.ts";
import { law } from "../basis.ts";
import { chosenBy } from "../privacy/chosen.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";

const PROTECTIONS = ["encrypted", "preference-recorded"];

/** Lines for what cannot wait speak of symptoms to everybody alike; the sender's name has a rule of its own. */
const FOR_EVERYBODY = ["phrase:urgent_line", "phrase:emergency_line", "sender"];

export default outletRule(
  {
    code: "E106",
    name: "email-unencrypted-preference",
    summary: "A clinical word in plain email",
    why: "Email travels and rests in the open unless somebody saw to it. What it says about a condition, a medicine or a test needs encryption on the way, or a patient who was told of the risk and asked for plain email all the same.",
    remedy: `Say it behind the portal's login. Or write \`email_protection\` under \`declarations\`, where it is true: ${choices(PROTECTIONS)}.`,
    basis: law("45 CFR 164.312(e)(1)", "45 CFR 164.522(b)", "78 FR 5566, 5634 (January 25, 2013)"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Mail is encrypted on its way",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        We can plan your diabetes check. Call us at {{ clinic.phone }}.\n \n         {{ bring }}\n=\nrecare.yaml:\n   retention: 10 years\n+  email_protection: encrypted",
        },
      ],
      bad: [
        {
          title: "A condition, and nothing said of protection",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        We can plan your diabetes check. Call us at {{ clinic.phone }}.\n \n         {{ bring }}",
          marks: ["diabetes"],
        },
        {
          title: "A protection that protects nothing",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        We can plan your diabetes check. Call us at {{ clinic.phone }}.\n \n         {{ bring }}\n=\nrecare.yaml:\n   retention: 10 years\n+  email_protection: a footer that says confidential",
          marks: ["diabetes"],
        },
      ],
    },
  },
  function* (facts, campaign, all) {
    const { outlet, hits } = facts;
    const stated = campaign.declarations.emailProtection;
    if (outlet.part !== "email.body" || PROTECTIONS.includes(stated?.value ?? "")) return;
    // To people whom a clinical fact chose no email says one, protected or not: a rule of its own.
    if (chosenBy(campaign, all) !== undefined) return;
    const places = placesInShortOutlets(all.outletsOf(campaign));
    for (const { category, kind, words } of oneMistakeEach(hits)) {
      const isForAll = words.every(({ marks }) => marks.some((mark) => FOR_EVERYBODY.includes(mark)));
      if (category !== "clinical" || isForAll || places.has(placeOf(words, outlet))) continue;
      const witness = witnessOf(words, facts);
      yield {
        at: spanOf(words, outlet.at),
        message: `"${wordsOf(words)}" is ${kindName(kind)}, and ${nameOf(facts)} travels in the open as far as anybody has stated`,
        ...(stated && { related: [{ at: stated.at, message: `stated here: "${stated.value}"` }] }),
        ...(witness && { witness }),
      };
    }
  },
);

/** Words that stand in a text message or a subject too are one mistake, which another rule tells. */
function placesInShortOutlets(outlets: readonly OutletFacts[]): ReadonlySet<string> {
  const short = outlets.filter(({ outlet }) => outlet.short);
  return new Set(
    short.flatMap(({ outlet, hits }) =>
      oneMistakeEach(hits).flatMap(({ category, words }) =>
        category === "clinical" ? [placeOf(words, outlet)] : [],
      ),
    ),
  );
}

function placeOf(words: Parameters<typeof spanOf>[0], outlet: OutletFacts["outlet"]): string {
  const { file, start, end } = spanOf(words, outlet.at);
  return `${file}:${start}:${end}`;
}
