import type { Plan, PlanStep } from "./types.ts";

type ByLanguage<T> = { readonly [language: string]: T };

/**
 * A plan without what is said only in other languages of its campaign, so that a change of those words changes no
 * digest of this one.
 *
 * A translation keeps its source beside it: who signs a translation says that both say the same, and one word that
 * changed in either makes that unknown (45 CFR 92.201(c)(3)). Words in a language that the campaign is not sent in stay
 * with every language: they belong to nobody else.
 */
export function inLanguage(plan: Plan, language: string): Plan {
  const [source] = plan.languages;
  const others = new Set(plan.languages.filter((other) => other !== language && other !== source));
  const kept = <T>(words: ByLanguage<T>): ByLanguage<T> =>
    Object.fromEntries(entriesOf(words).filter(([own]) => !others.has(own)));
  return {
    ...plan,
    languages: plan.languages.filter((own) => !others.has(own)),
    sender: { ...plan.sender, help: kept(plan.sender.help) },
    steps: plan.steps.map((step) => ({ ...step, content: contentIn(step.content, others, kept) })),
    questions: plan.questions.filter(
      (question) => question.language === null || !others.has(question.language),
    ),
    respond: {
      ...plan.respond,
      replies: plan.respond.replies.map((reply) => ({ ...reply, say: reply.say && kept(reply.say) })),
    },
    declarations: {
      ...plan.declarations,
      opt_out: plan.declarations.opt_out && {
        ...plan.declarations.opt_out,
        confirmation: kept(plan.declarations.opt_out.confirmation),
      },
      translations: plan.declarations.translations.filter((review) => !others.has(review.language)),
    },
  };
}

function contentIn(
  content: PlanStep["content"],
  others: ReadonlySet<string>,
  kept: <T>(words: ByLanguage<T>) => ByLanguage<T>,
): PlanStep["content"] {
  return {
    ...content,
    outlets: content.outlets.filter((outlet) => !others.has(outlet.language)),
    claims: content.claims.map((claim) => ({ ...claim, text: kept(claim.text) })),
    actions: content.actions.map((action) => ({ ...action, label: kept(action.label) })),
    offers: content.offers.map((offer) => ({ ...offer, label: kept(offer.label) })),
    bring: content.bring.map((item) => ({ ...item, label: kept(item.label) })),
    say: eachValue(content.say, (values) => eachValue(values, kept)),
    fields: eachValue(content.fields, (field) => ({ ...field, longest: kept(field.longest) })),
  };
}

function eachValue<T>(
  object: { readonly [key: string]: T },
  change: (value: T) => T,
): { readonly [key: string]: T } {
  return Object.fromEntries(entriesOf(object).map(([key, value]) => [key, change(value)]));
}

/** A plan from a file may have any shape: what is no object has no form here, and no digest. */
function entriesOf<T>(object: { readonly [key: string]: T }): readonly (readonly [string, T])[] {
  if (typeof object !== "object" || object === null || Array.isArray(object))
    throw new TypeError("a plan holds something else where words by language belong");
  return Object.entries(object);
}
