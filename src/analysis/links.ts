import type { Span } from "../source/index.ts";
import {
  bodiesOf,
  type InsertKind,
  type InsertNode,
  type Skeleton,
  type Template,
  type TextNode,
} from "../template/index.ts";
import { readAddresses, UNKNOWN } from "./addresses.ts";
import type { LinkUse } from "./facts.ts";

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

/** Web addresses that some rendering contains: links of actions, and those that an author typed; and whether they are all. */
export function linksOf(skeleton: Skeleton): { readonly links: readonly LinkUse[]; readonly isCut: boolean } {
  const { found, isCut } = readAddresses(skeleton);
  const links = found.map(({ url, action, at, varies }) => {
    const [known = "", ...unknown] = url.split(UNKNOWN);
    if (unknown.length === 0) return { url, host: hostOf(url), action, at, varies };
    const isHostKnown = /[^:/\\][/\\?#]/.test(known);
    const shown = varies.filter(({ printed }) => printed !== undefined);
    // Where the host goes on in a value, only a rendering knows where it leads.
    if (!isHostKnown) return { url: known, host: "", action, at: shown[0]?.at ?? at, varies };
    const whole = known + unknown.map((part, i) => `⟦${shown[i]?.printed ?? ""}⟧${part}`).join("");
    return { url: whole, host: hostOf(known), action, at, varies };
  });
  return { links, isCut };
}

/** Web addresses that stand in some words, as `LinkUse` has them. */
export function addressesOf(text: string, at: Span): readonly LinkUse[] {
  return linksOf({ kind: "lit", text, at }).links;
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
