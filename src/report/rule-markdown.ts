import { PACKS, ruleInPacks } from "../packs/index.ts";
import { type Basis, compareText, type RuleMeta } from "../source/index.ts";

const SEVERITIES: Readonly<Record<RuleMeta["severity"], string>> = {
  error: "error: blocks a build",
  warning: "warning",
  info: "note",
};

const WAIVERS: Readonly<Record<RuleMeta["waivable"], string>> = {
  anyone: "by anyone, with a reason",
  compliance: "by compliance only, signed",
  never: "never",
};

const CONFIDENCE: Readonly<Record<Basis["confidence"], string>> = {
  checked: "checked against the source",
  memory: "from memory: look it up before you rely on it",
  unsettled: "unsettled law",
};

/** A rule's page in the docs, from its own words. */
export function ruleMarkdown(rule: RuleMeta): string {
  const { basis, examples } = rule;
  const shown = [
    ...examples.bad.map((example) => ({ ...example, verdict: "Found" })),
    ...examples.good.map((example) => ({ ...example, verdict: "Fine" })),
  ];
  return `${[
    `# ${rule.code} ${rule.name}`,
    rule.summary + (/[.!?]$/.test(rule.summary) ? "" : "."),
    `- Severity: ${SEVERITIES[rule.severity]}\n- Can be waived: ${WAIVERS[rule.waivable]}`,
    `## Why\n\n${rule.why}`,
    `## What to write instead\n\n${rule.remedy}`,
    ...shown.map(({ title, edit, verdict }) => `## ${verdict}: ${title}\n\n${fenced(edit)}`),
    `## What it rests on\n\n${basis.cites.map((cite) => `- ${cite}`).join("\n")}\n\nAs of ${basis.asOf}; ${CONFIDENCE[basis.confidence]}. This is not legal advice.`,
    ...packSection(rule),
  ].join("\n\n")}\n`;
}

/** Which pack the rule belongs to, and the values that the packs give to the limits that it goes by. */
function packSection(rule: RuleMeta): readonly string[] {
  const lines = ruleInPacks(PACKS, rule).map((line) => `- ${line}`);
  return lines.length > 0
    ? [`## Pack\n\n${lines.join("\n")}\n\n[Packs](../packs.md) can be chosen, tightened and overridden.`]
    : [];
}

/** All rules in a table, in the order of codes. */
export function rulesMarkdown(rules: readonly RuleMeta[]): string {
  const rows = [...rules]
    .sort((a, b) => compareText(a.code, b.code))
    .map(
      ({ code, name, severity, summary }) =>
        `| [${code}](rules/${code}.md) | ${name} | ${severity} | ${summary.replaceAll("|", "\\|")} |`,
    );
  return `# Rules\n\nEvery finding of Recare, with a page for each: why it matters, what to write instead, what it rests on. \`recare explain P101\` prints the same in a terminal.\n\n| code | name | severity | finds |\n|---|---|---|---|\n${rows.join("\n")}\n`;
}

/** A diff block that no content can close: the fence is longer than any run of backticks in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}diff\n${text.replace(/\n$/, "")}\n${fence}`;
}
