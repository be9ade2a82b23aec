import type { RuleMeta } from "../source/index.ts";

const FIRST_LINE = "{{ sender }}: {{ greeting }} {{ message.purpose }} Pick a new time:";

/**
 * What differs between findings about Liquid texts. `good` and `bad` replace the first line of the base campaign's SMS;
 * `bad` is left out where one line cannot show the mistake.
 */
interface TemplateRule {
  readonly code: string;
  readonly name: string;
  readonly summary: string;
  readonly why: string;
  readonly remedy: string;
  readonly good: string;
  readonly bad?: string;
  /** What is underlined in `bad`. */
  readonly marks?: readonly string[];
}

/** The meta of a finding about a Liquid text: always an error, since what cannot be analysed is not sent. */
export function templateMeta(rule: TemplateRule): RuleMeta {
  const { code, name, summary, why, remedy, good, bad, marks = [] } = rule;
  const rewritten = (line: string) => `-${FIRST_LINE}\n+${line}`;
  return {
    code,
    name,
    summary,
    why,
    remedy,
    basis: {
      kind: "language",
      cites: ["the campaign language: templates", "liquidjs 10.30.1, as observed"],
      asOf: "2026-11-23",
      confidence: "checked",
    },
    severity: "error",
    waivable: "never",
    examples: {
      good: [{ title: "Write", edit: rewritten(good) }],
      bad: bad === undefined ? [] : [{ title: summary, edit: rewritten(bad), marks }],
    },
  };
}
