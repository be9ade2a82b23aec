import { Problem } from "../../host/index.ts";
import { paintFor } from "../../report/index.ts";
import { ALL_RULES } from "../../rules/index.ts";
import { nearest, type RuleMeta } from "../../source/index.ts";
import type { Session } from "../session.ts";
import { ruleIndex } from "./rule-index.ts";
import { rulePage } from "./rule-page.ts";

/** Changes when a reader of `recare explain --json` would have to change. */
const RULES_FORMAT = "recare.rules/1";

/**
 * `recare explain`: one rule, or all of them.
 *
 * @throws Problem for a rule that does not exist.
 */
export function explain(asked: string | undefined, asJson: boolean, session: Session): void {
  const rules = asked === undefined ? ALL_RULES : [ruleNamed(asked, ALL_RULES)];
  if (asJson) {
    session.print(`${JSON.stringify({ format: RULES_FORMAT, rules }, undefined, 2)}\n`);
    return;
  }
  const { colour, columns } = session.stdout;
  const paint = paintFor(colour);
  const [only] = rules;
  session.print(
    asked !== undefined && only !== undefined ? rulePage(only, paint, columns) : ruleIndex(rules, paint),
  );
}

function ruleNamed(asked: string, rules: readonly RuleMeta[]): RuleMeta {
  const folded = asked.toLowerCase();
  const rule = rules.find(({ code, name }) => code.toLowerCase() === folded || name === folded);
  if (rule !== undefined) return rule;
  const meant = nearest(folded, [...rules.map(({ name }) => name), ...rules.map(({ code }) => code)]);
  throw new Problem(
    `There is no rule "${asked}".`,
    meant === undefined ? "Run recare explain to see every rule." : `Did you mean: recare explain ${meant}`,
  );
}
