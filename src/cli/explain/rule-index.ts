import type { Paint } from "../../report/index.ts";
import { compareText, type RuleMeta } from "../../source/index.ts";
import { FAMILIES } from "./families.ts";

/** All rules in a line each, by family. */
export function ruleIndex(rules: readonly RuleMeta[], paint: Paint): string {
  const letters = new Set([...FAMILIES.keys(), ...rules.map(({ code }) => code.charAt(0))]);
  const width = Math.max(0, ...rules.map(({ name }) => name.length));
  const families = [...letters].map((letter) => {
    const family = rules
      .filter(({ code }) => code.startsWith(letter))
      .sort((a, b) => compareText(a.code, b.code));
    if (family.length === 0) return [];
    return [
      paint.strong(FAMILIES.get(letter) ?? letter),
      ...family.map((rule) => line(rule, width, paint)),
      "",
    ];
  });
  return `${[...families.flat(), `${rules.length} rules. More about one of them: recare explain P101`].join("\n")}\n`;
}

function line(rule: RuleMeta, width: number, paint: Paint): string {
  const severity = paint.severity[rule.severity](rule.severity.padEnd(7));
  return `  ${rule.code}  ${rule.name.padEnd(width)}  ${severity}  ${rule.summary}`;
}
