import { inline } from "./inline.ts";
import { literalText } from "./literal-text.ts";
import { operandText } from "./operand-text.ts";
import type { Template, TemplateNode, TemplateValue, Test } from "./tree.ts";

/**
 * A template as the one Liquid text that the engine renders: inserts and partials replaced by their words, fields by
 * their paths (`{{ visit.type }}`), words for patients under `say` (`{{ say.visit.type }}`).
 *
 * Reading it back gives the same tree, so what runs is what was analysed.
 *
 * @throws TypeError for a tree that Liquid cannot write: filters inside `and`, `or`.
 */
export function print(template: Template): string {
  return block(inline(template));
}

function block(template: Template): string {
  return template.map(nodeText).join("");
}

function nodeText(node: TemplateNode): string {
  switch (node.kind) {
    case "text":
      return plainText(node.text);
    case "print":
      return `{{ ${valueText(node.value)} }}`;
    case "assign":
      return `{% assign ${node.name} = ${valueText(node.value)} %}`;
    case "capture":
      return `{% capture ${node.name} %}${block(node.body)}{% endcapture %}`;
    case "if":
      return condition(node);
    case "case":
      return choice(node);
    case "for":
      return loop(node);
    case "insert":
    case "render":
      return block(inline([node]));
  }
}

/** Literal text; braces that Liquid would take for its own are printed as values. */
function plainText(text: string): string {
  return text.replace(/\{(?=[{%]|$)|\}\}|%\}/g, (braces) => `{{ ${literalText(braces)} }}`);
}

function valueText({ operand, filters }: TemplateValue): string {
  const calls = filters.map(({ name, args }) => {
    const values = args.map(operandText).join(", ");
    return values === "" ? ` | ${name}` : ` | ${name}: ${values}`;
  });
  return operandText(operand) + calls.join("");
}

/** `not` before a whole group can only be written as `unless`, and only a first test can be one. */
function condition({ arms, otherwise, at }: TemplateNode & { kind: "if" }): string {
  const [first, ...rest] = arms;
  if (!first) return block(otherwise);
  const nested = rest.findIndex(({ test }) => negatedWhole(test) !== undefined);
  const elsifs = nested === -1 ? rest : rest.slice(0, nested);
  const last: Template =
    nested === -1 ? otherwise : [{ kind: "if", arms: rest.slice(nested), otherwise, at }];
  const negated = negatedWhole(first.test);
  const [tag, test] = negated ? (["unless", negated] as const) : (["if", first.test] as const);
  const branches = elsifs.map((arm) => `{% elsif ${testText(arm.test)} %}${block(arm.body)}`).join("");
  const ending = last.length === 0 ? "" : `{% else %}${block(last)}`;
  return `{% ${tag} ${testText(test)} %}${block(first.body)}${branches}${ending}{% end${tag} %}`;
}

/** What is negated, where Liquid has no other word for it than `unless`. */
function negatedWhole(test: Test): Test | undefined {
  if (test.kind !== "not") return undefined;
  const { test: inner } = test;
  const isGroup = inner.kind === "and" || inner.kind === "or";
  return isGroup || (inner.kind === "truthy" && inner.value.filters.length > 0) ? inner : undefined;
}

function testText(test: Test): string {
  if (test.kind === "truthy") return valueText(test.value);
  if (test.kind === "and" || test.kind === "or") return test.tests.map(clauseText).join(` ${test.kind} `);
  return clauseText(test);
}

function clauseText(test: Test): string {
  switch (test.kind) {
    case "truthy":
      if (test.value.filters.length === 0) return operandText(test.value.operand);
      throw new TypeError("Liquid has no filters inside not, and, or");
    case "compare":
      return `${operandText(test.left)} ${test.op} ${operandText(test.right)}`;
    case "not":
      return `not ${clauseText(test.test)}`;
    default:
      throw new TypeError("Liquid has no groups inside not, and, or");
  }
}

function choice({ subject, arms, otherwise }: TemplateNode & { kind: "case" }): string {
  const whens = arms.map(
    ({ values, body }) => `{% when ${values.map(literalText).join(", ")} %}${block(body)}`,
  );
  const ending = otherwise.length === 0 ? "" : `{% else %}${block(otherwise)}`;
  return `{% case ${valueText(subject)} %}${whens.join("")}${ending}{% endcase %}`;
}

function loop({
  name,
  over,
  limit,
  offset,
  reversed,
  body,
  otherwise,
}: TemplateNode & { kind: "for" }): string {
  const options = [
    limit === undefined ? "" : ` limit: ${limit}`,
    offset === undefined ? "" : ` offset: ${offset}`,
    reversed ? " reversed" : "",
  ].join("");
  const ending = otherwise.length === 0 ? "" : `{% else %}${block(otherwise)}`;
  return `{% for ${name} in ${operandText(over)}${options} %}${block(body)}${ending}{% endfor %}`;
}
