import { durationInWords } from "../../calendar/index.ts";
import { kindName, lexicon, scanText } from "../../lexicon/index.ts";
import { isNoLonger, LIMITS, readValue } from "../../packs/index.ts";
import { languageName } from "../../source/index.ts";
import { law } from "../basis.ts";
import { rule } from "../rule.ts";

/** A web address, or what begins one; a question keeps the talk going. */
const LINK = /https?:|www\.|\b[\p{L}\p{N}-]+\.[\p{L}]{2,}\/\S/iu;

export default rule(
  {
    code: "C109",
    name: "optout-confirmation-single",
    summary: "A confirmation of an opt-out that does more than confirm",
    why: "After STOP one text may confirm it, within five minutes, and say nothing else: no offer, no link, no second try.",
    remedy:
      "Write under `opt_out` one short `confirmation` for each language: You are opted out. You will get no more texts.",
    basis: law("47 CFR 64.1200(a)(12)"),
    severity: "error",
    waivable: "compliance",
    pack: "us-federal",
    limits: ["optout_confirmation_within"],
    examples: {
      good: [
        {
          title: "Other plain words",
          edit: 'recare.yaml:\n-      en: "Maple Health: you are opted out and will get no more texts."\n+      en: "Maple Health: we have stopped all texts to this number."',
        },
      ],
      bad: [
        {
          title: "With a discount",
          edit: 'recare.yaml:\n-      en: "Maple Health: you are opted out and will get no more texts."\n+      en: "Sorry to see you go! Come back for 10% off."',
          marks: ['"Sorry to see you go! Come back for 10% off."'],
        },
        {
          title: "Half an hour later",
          edit: "recare.yaml:\n     scope: everything\n+    confirmed_within: 30 minutes",
          marks: ["30 minutes"],
        },
      ],
    },
  },
  function* ({ steps, languages, declarations: { optOut } }, { workspace: { packs } }) {
    // Without any word about opting out, that is the finding.
    if (optOut === undefined || !steps.some(({ channel }) => channel === "sms")) return;
    for (const language of languages) {
      const words = optOut.confirmation.get(language);
      if (words === undefined) {
        const message = `nobody has written the text that confirms an opt-out in ${languageName(language)}`;
        yield { at: optOut.at, message };
        continue;
      }
      const offer = scanText(words.value, lexicon(), language).find(
        ({ category }) => category === "inducement",
      );
      const more = offer
        ? `has ${kindName(offer.kind)}`
        : LINK.test(words.value)
          ? "has a link"
          : words.value.includes("?")
            ? "asks a question"
            : undefined;
      if (more !== undefined) {
        yield {
          at: words.at,
          message: `the confirmation of an opt-out in ${languageName(language)} ${more}`,
        };
      }
    }
    const within = optOut.confirmedWithin;
    const time = within && readValue(within.value, LIMITS.optout_confirmation_within);
    if (within === undefined || time === undefined) return;
    if (!time.ok) {
      yield { at: within.at, message: time.problem.message, remedy: time.problem.remedy };
      return;
    }
    const { value } = time;
    const late = packs
      .times("optout_confirmation_within")
      .find((limit) => value.kind !== "time" || !isNoLonger(value.time, limit.value));
    if (late === undefined) return;
    yield {
      at: within.at,
      message: `an opt-out is confirmed within ${within.value}, and ${durationInWords(late.value)} are the most`,
      remedy: `Confirm within ${durationInWords(late.value)}, or not at all.`,
    };
  },
);
