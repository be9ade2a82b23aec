import { overLetters, type Span } from "../source/index.ts";
import type { InsertKind, InsertNode, Template, TemplateNode, TextNode } from "../template/index.ts";
import type { LinkUse } from "./facts.ts";

/**
 * An address with its scheme, or a bare host with a path as texts carry it: `mplhealth.example/r`. Letters of every
 * script count, so that a host which only looks like another is read whole.
 */
const ADDRESS = overLetters(
  /(?:https?:[/\\]{2}[^\s<>()[\]{}"']{1,500})|(?:(?<![\p{L}\p{M}\p{N}_@-])(?<!\S\.)(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.){1,6}[\p{L}][\p{L}\p{M}]{1,23}(?![\p{L}\p{M}\p{N}_])(?:[/\\][^\s<>()[\]{}"']{0,500})?)/giu,
);

/** The parts of a node that some rendering may show. */
function bodiesOf(node: TemplateNode): readonly Template[] {
  switch (node.kind) {
    case "if":
    case "case":
      return [...node.arms.map(({ body }) => body), node.otherwise];
    case "for":
      return [node.body, node.otherwise];
    case "capture":
    case "render":
    case "insert":
      return [node.body];
    case "text":
    case "print":
    case "assign":
      return [];
  }
}

/** Words that an author writes for this organisation's messages; a claim, a link or a setting is not among them. */
const AUTHORED: readonly InsertKind[] = ["message", "phrase", "greeting"];

/** The authors' own literal text, in reading order; every branch. */
export function literalsOf(template: Template): readonly TextNode[] {
  const found: TextNode[] = [];
  const read = (nodes: Template): void => {
    for (const node of nodes) {
      if (node.kind === "text") found.push(node);
      else if (node.kind !== "insert" || AUTHORED.includes(node.what)) bodiesOf(node).forEach(read);
    }
  };
  read(template);
  return found;
}

/** Claims, phrases, links and added lines that a template prints in some rendering, nested ones included. */
export function insertsOf(template: Template): readonly InsertNode[] {
  const found: InsertNode[] = [];
  const read = (nodes: Template): void => {
    for (const node of nodes) {
      if (node.kind === "insert") found.push(node);
      bodiesOf(node).forEach(read);
    }
  };
  read(template);
  return found;
}

/** Web addresses that some rendering contains: links of actions, and those that an author typed. */
export function linksOf(template: Template): readonly LinkUse[] {
  const typed = literalsOf(template).flatMap((literal) => addressesIn(literal.text, literal.at, undefined));
  const inserted = insertsOf(template)
    .filter(({ what }) => what === "link" || what === "added")
    .flatMap((insert) =>
      literalsOf(insert.body).flatMap((literal) =>
        addressesIn(literal.text, literal.at, insert.what === "link" ? insert.id : undefined),
      ),
    );
  return [...typed, ...continued(template), ...inserted];
}

/** A text that ends within the host of an address, before any path. */
const OPEN_HOST = overLetters(
  /(?:https?:[/\\]{2}[^\s<>()[\]{}"'/\\?#]{0,300}|(?<![\p{L}\p{M}\p{N}_@-])(?<!\S\.)(?:[\p{L}\p{N}-]{1,63}\.){1,6}[\p{L}]{2,24})$/iu,
);

/** Addresses whose host goes on in a field, a choice or other words: where they lead, only a rendering knows. */
function continued(template: Template): readonly LinkUse[] {
  return template.flatMap((node, index) => {
    const next = template[index + 1];
    if (node.kind !== "text") {
      return node.kind === "insert" && !AUTHORED.includes(node.what) ? [] : bodiesOf(node).flatMap(continued);
    }
    if (next === undefined || next.kind === "text" || !MAY_HOLD_ADDRESS.test(node.text)) return [];
    const url = OPEN_HOST(node.text).exec(node.text)?.[0];
    if (url === undefined || !mayContinue(next)) return [];
    return [{ url, host: "", action: undefined, at: next.at }];
  });
}

/** Whether some rendering goes on with the word before; the whole link of an action follows a scheme rightly. */
function mayContinue(node: TemplateNode): boolean {
  if (node.kind === "text") return /^(?:[^\s.,;:!?)]|[.,;:!?)]\S)/.test(node.text);
  if (node.kind === "insert" && node.what === "link") return false;
  return (
    node.kind === "print" ||
    (node.kind !== "capture" && bodiesOf(node).some(([first]) => first !== undefined && mayContinue(first)))
  );
}

/** What every address holds: a point within it, or the colon of its scheme. Most texts hold neither. */
const MAY_HOLD_ADDRESS = /[.:][^\s]/;

function addressesIn(text: string, at: Span, action: string | undefined): LinkUse[] {
  if (!MAY_HOLD_ADDRESS.test(text)) return [];
  return [...text.matchAll(ADDRESS(text))].map((match) => {
    const url = match[0].replace(/[.,;:!?]+$/, "");
    // A literal stands in its file as it is printed, unless layout folded it; then the whole literal is underlined.
    const exact = at.end - at.start === text.length;
    const start = at.start + match.index;
    return {
      url,
      host: hostOf(url),
      action,
      at: exact ? { file: at.file, start, end: start + url.length } : at,
    };
  });
}

/** Web addresses that stand in some words, as `LinkUse` has them. */
export function addressesOf(text: string, at: Span): readonly LinkUse[] {
  return addressesIn(text, at, undefined);
}

/**
 * Host of an address as a browser would reach it: in lower case, without user, port and final dot. What stands before
 * an `@` is no host, and a backslash ends one as a slash does.
 *
 * @example hostOf("https://maple.example@evil.example:443/r") // "evil.example"
 */
export function hostOf(url: string): string {
  const [authority = ""] = url.replace(/^https?:[/\\]*/i, "").split(/[/\\?#]/);
  const host = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/, "");
  return host.replace(/\.$/, "").toLowerCase();
}
