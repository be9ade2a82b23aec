import type { Clause, Operand, TemplateNode, TemplateValue, Test } from "./tree.ts";

/** The node with each operand of its own replaced; nodes inside it are left alone. */
export function mapOperands<N extends TemplateNode>(node: N, map: (operand: Operand) => Operand): N;
export function mapOperands(node: TemplateNode, map: (operand: Operand) => Operand): TemplateNode {
  const value = ({ operand, filters }: TemplateValue): TemplateValue => ({
    operand: map(operand),
    filters: filters.map((filter) => ({ ...filter, args: filter.args.map(map) })),
  });
  const clause = (test: Clause): Clause => {
    switch (test.kind) {
      case "truthy":
        return { ...test, value: value(test.value) };
      case "compare":
        return { ...test, left: map(test.left), right: map(test.right) };
      case "not":
        return { ...test, test: clause(test.test) };
    }
  };
  const mapTest = (test: Test): Test => {
    switch (test.kind) {
      case "and":
      case "or":
        return { ...test, tests: test.tests.map(clause) };
      case "not":
        return { ...test, test: mapTest(test.test) };
      default:
        return clause(test);
    }
  };
  switch (node.kind) {
    case "print":
    case "assign":
      return { ...node, value: value(node.value) };
    case "if":
      return { ...node, arms: node.arms.map((arm) => ({ ...arm, test: mapTest(arm.test) })) };
    case "case":
      return { ...node, subject: value(node.subject) };
    case "for":
      return { ...node, over: map(node.over) };
    case "render":
      return { ...node, args: node.args.map((arg) => ({ ...arg, value: map(arg.value) })) };
    case "text":
    case "insert":
    case "capture":
      return node;
  }
}
