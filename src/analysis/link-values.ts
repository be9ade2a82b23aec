import { overLetters, type Span } from "../source/index.ts";
import type { Template, TemplateNode, TemplateValue } from "../template/index.ts";

/** A value that is printed inside of a web address, behind its host: everybody who sees the address sees it. */
export interface LinkValue {
  /** The address up to here. */
  readonly url: string;
  /** Nothing for a name that the author set: what it holds is not followed here. */
  readonly field: string | undefined;
  readonly at: Span;
}

/** A text that ends in an address which may go on. */
const OPEN_ADDRESS = overLetters(
  /(?:https?:[/\\]{2}[^\s<>()[\]{}"'/\\?#]{1,253}[/\\?#][^\s<>()[\]{}"']{0,300}|(?<![\p{L}\p{M}\p{N}_@-])(?:[\p{L}\p{N}-]{1,63}\.){1,6}[\p{L}]{2,24}[/\\?#][^\s<>()[\]{}"']{0,300})$/iu,
);

/** Values in the addresses of a text, in every branch. */
export function valuesInLinks(template: Template): readonly LinkValue[] {
  const found: LinkValue[] = [];
  follow(template, "", found);
  return found;
}

/** Reads on, and gives back the address that is still open at the end; empty where none is. */
function follow(template: Template, open: string, found: LinkValue[]): string {
  return template.reduce((before, node) => step(node, before, found), open);
}

function step(node: TemplateNode, open: string, found: LinkValue[]): string {
  switch (node.kind) {
    case "text":
      return read(node.text, open);
    case "print":
      if (open === "") return "";
      found.push({ url: open, field: fieldOf(node.value), at: node.at });
      return `${open}*`;
    case "assign":
      return open;
    case "capture":
      follow(node.body, "", found);
      return open;
    case "insert":
    case "render":
      return follow(node.body, open, found);
    case "if":
    case "case":
      return branches([...node.arms.map(({ body }) => body), node.otherwise], open, found);
    case "for":
      return branches([node.body, node.otherwise], open, found);
  }
}

/** An address that one branch leaves open may go on behind all of them. */
function branches(bodies: readonly Template[], open: string, found: LinkValue[]): string {
  const ends = bodies.map((body) => follow(body, open, found));
  return ends.find((end) => end !== "") ?? "";
}

function read(text: string, open: string): string {
  const whole = open + text;
  return OPEN_ADDRESS(whole).exec(whole)?.[0] ?? "";
}

function fieldOf({ operand }: TemplateValue): string | undefined {
  return operand.kind === "field" ? operand.path : undefined;
}
