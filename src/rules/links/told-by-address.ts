import type { FieldFlow, LinkUse, OutletFacts } from "../../analysis/index.ts";
import { above } from "../../model/index.ts";
import type { Finding } from "../../source/index.ts";
import { nameOf } from "../where.ts";

/**
 * Facts that the addresses of a text tell, to every server on the way: within an address nothing but public facts; which
 * of several addresses is printed may depend on scheduling, as a page for each kind of visit does.
 */
export function* toldByAddress(facts: OutletFacts): Iterable<Finding> {
  for (const { url, varies } of facts.links) {
    // What decides the host is no matter of classes: where the link leads must be known.
    const path = /^(?:https?:[/\\]*)?[^/\\?#]*/i.exec(url)?.[0].length ?? 0;
    // Where a value is printed, the branch that it stands in tells no more.
    const printed = varies.filter((variation) => variation.printed !== undefined);
    for (const variation of printed.length > 0 ? printed : varies) {
      if (!variation.isWhole && variation.from <= path) continue;
      const ceiling = variation.isWhole ? "scheduling" : "public";
      for (const { field, declared } of decidedBy(variation, facts.flows)) {
        // A name that nothing declares is an error where it is written; one above the channel's ceiling is another finding.
        if (declared === undefined || above(declared.class, facts.outlet.ceiling)) continue;
        if (!above(declared.class, ceiling)) continue;
        const how = variation.isWhole ? "decides which address stands in" : "is part of an address in";
        yield {
          at: variation.at,
          message: `${field} is a ${declared.class} fact and ${how} ${nameOf(facts)}, where it may be ${ceiling} at most`,
          related: [{ at: declared.classAt, message: `classed ${declared.class} here` }],
          witness: { text: url, when: variation.when },
        };
      }
    }
  }
}

/** The facts that are printed or asked about; where neither the value nor the guard names one, any fact of this text. */
function decidedBy({ printed, when }: LinkUse["varies"][number], flows: readonly FieldFlow[]) {
  const named = flows.filter(({ field }) => field === printed || asksAbout(when, field));
  return named.length > 0 ? named : flows;
}

function asksAbout(when: string, field: string): boolean {
  const at = when.indexOf(field);
  return at >= 0 && !/[\w.]/.test(when.charAt(at + field.length)) && !/[\w.]/.test(when.charAt(at - 1));
}
