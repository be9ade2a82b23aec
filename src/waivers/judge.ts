import { addMonths } from "../calendar/index.ts";
import {
  ALL_RULES,
  WAIVER_EXPIRED,
  WAIVER_OF_UNKNOWN_RULE,
  WAIVER_REFUSED,
  WAIVER_TOO_LONG,
} from "../rules/index.ts";
import { type Diagnostic, diagnose, didYouMean, type RuleMeta, type Span } from "../source/index.ts";
import type { WrittenWaiver } from "./read-comment.ts";

/** Whoever allows something for longer than this has changed the rule. */
const LONGEST_MONTHS = 12;

export type Judgement =
  | { readonly holds: true; readonly rule: RuleMeta }
  | { readonly holds: false; readonly finding: Diagnostic };

/** Whether a waiver may hold at all: its rule exists and can be waived, and the day of the check lies in its time. */
export function judge(
  { rule: named, until }: WrittenWaiver,
  rule: RuleMeta | undefined,
  at: Span,
  today: string,
): Judgement {
  const refuse = (meta: RuleMeta, message: string): Judgement => ({
    holds: false,
    finding: diagnose(meta, { at, message }),
  });
  if (rule === undefined) {
    const names = ALL_RULES.flatMap(({ code, name }) => [code, name]);
    return refuse(
      WAIVER_OF_UNKNOWN_RULE,
      `no rule has the code or name "${named}"${didYouMean(named, names)}`,
    );
  }
  const shown = `${rule.code} ${rule.name}`;
  if (rule.waivable === "never") return refuse(WAIVER_REFUSED, `nobody can waive ${shown}`);
  if (until < today) return refuse(WAIVER_EXPIRED, `this waiver of ${shown} ended on ${until}`);
  const last = addMonths(today, LONGEST_MONTHS);
  if (until > last) {
    return refuse(WAIVER_TOO_LONG, `this waiver of ${shown} would hold until ${until}, more than a year`);
  }
  return { holds: true, rule };
}
