import type { Span } from "../source/index.ts";
import { spanWithin } from "./span-within.ts";
import type { Template, TemplateNode, TextNode } from "./tree.ts";

/**
 * How line breaks in an author's text are meant.
 *
 * - `line` (SMS, subject, preheader, voicemail): a line break is a space, a blank line is a line break.
 * - `lines` (scripts, envelopes): lines stay lines, with at most one blank line between them.
 * - `markdown` (email, letter, portal): as written; only the end of the text loses its line breaks.
 */
export type LayoutStyle = "line" | "lines" | "markdown";

/**
 * The text as it is sent: white space of the author's literal text settled by `style`, ends trimmed.
 *
 * Done on the tree, so that what is analysed is what is sent. White space beside a tag that prints nothing belongs to
 * the text around it: a tag on a line of its own leaves no blank line. Values are never touched. Each insert is
 * laid out by itself.
 *
 * @example layout(lowered("Pick a time:\n  now.\n"), "line") // Pick a time: now.
 */
export function layout(template: Template, style: LayoutStyle): Template {
  return style === "markdown" ? trimEnd(template.map(layoutInsert)) : settle(template, style);
}

function layoutInsert(node: TemplateNode): TemplateNode {
  return node.kind === "insert" ? { ...node, body: layout(node.body, "markdown") } : node;
}

function trimEnd(template: Template): Template {
  const last = template.at(-1);
  if (last?.kind !== "text") return template;
  const length = last.text.replace(/[ \t\r\n]+$/, "").length;
  if (length === last.text.length) return template;
  const rest = template.slice(0, -1);
  return length === 0 ? trimEnd(rest) : [...rest, sliceText(last, 0, length)];
}

type Style = Exclude<LayoutStyle, "markdown">;

function sliceText(node: TextNode, start: number, end: number): TextNode {
  const at = spanWithin(node, start, end);
  return {
    kind: "text",
    text: node.text.slice(start, end),
    at,
    map: { span: (from, to) => spanWithin(node, start + from, start + to) },
  };
}

/** White space that has been read and not yet printed; it is printed only if words follow. */
type Gap =
  /** Nothing has been printed: white space is dropped. */
  | { readonly kind: "start" }
  | { readonly kind: "none" }
  | { readonly kind: "space"; readonly breaks: number; readonly at: Span };

const NONE: Gap = { kind: "none" };

function settle(template: Template, style: Style): Template {
  return new Settling(style).sequence(template, { kind: "start" }, true).nodes;
}

interface Settled {
  readonly nodes: Template;
  readonly gap: Gap;
}

class Settling {
  constructor(private readonly style: Style) {}

  /** Lays out nodes; `isLast` says that nothing is printed behind them. */
  sequence(template: Template, before: Gap, isLast: boolean): Settled {
    const nodes: TemplateNode[] = [];
    let gap = before;
    for (const [index, node] of template.entries()) {
      const settled =
        node.kind === "if" || node.kind === "case"
          ? this.branches(node, gap, template.slice(index + 1), isLast)
          : this.node(node, gap);
      nodes.push(...settled.nodes);
      gap = settled.gap;
    }
    return { nodes, gap };
  }

  private node(node: Exclude<TemplateNode, { kind: "if" | "case" }>, gap: Gap): Settled {
    switch (node.kind) {
      case "text":
        return this.text(node, gap);
      case "print":
        return { nodes: [...this.printed(gap), node], gap: NONE };
      case "insert":
      case "render":
        return { nodes: [...this.printed(gap), { ...node, body: settle(node.body, this.style) }], gap: NONE };
      case "assign":
        return { nodes: [node], gap };
      case "capture":
        return { nodes: [{ ...node, body: this.closed(node.body) }], gap };
      case "for": {
        const loop = { ...node, body: this.closed(node.body), otherwise: this.closed(node.otherwise) };
        return { nodes: [...this.printed(gap), loop], gap: NONE };
      }
    }
  }

  /** A body whose ends keep their white space: what stands around it is not known. */
  private closed(template: Template): Template {
    const { nodes, gap } = this.sequence(template, NONE, false);
    return [...nodes, ...this.printed(gap)];
  }

  /**
   * Each branch begins with the white space before it. Where branches end differently, their white space is dropped
   * if the text goes on with white space or ends, and printed otherwise.
   */
  private branches(
    node: TemplateNode & { kind: "if" | "case" },
    gap: Gap,
    rest: Template,
    isLast: boolean,
  ): Settled {
    const end = rest.every(({ kind }) => kind === "assign" || kind === "capture") && isLast;
    const settle = (body: Template) => this.sequence(body, gap, end);
    const bodies = node.arms.map(({ body }) => settle(body));
    const otherwise = settle(node.otherwise);
    const all = [...bodies, otherwise];
    const after = all.every((body) => isSameGap(body.gap, otherwise.gap)) ? otherwise.gap : NONE;
    const drops = after !== NONE || end || startsWithSpace(rest);
    const close = ({ nodes, gap: last }: Settled) => (drops ? nodes : [...nodes, ...this.printed(last)]);
    const closed = bodies.map(close);
    const branched =
      node.kind === "if"
        ? {
            ...node,
            arms: node.arms.map((arm, i) => ({ ...arm, body: closed[i] ?? [] })),
            otherwise: close(otherwise),
          }
        : {
            ...node,
            arms: node.arms.map((arm, i) => ({ ...arm, body: closed[i] ?? [] })),
            otherwise: close(otherwise),
          };
    return { nodes: [branched], gap: after };
  }

  private printed(gap: Gap): readonly TextNode[] {
    if (gap.kind !== "space") return [];
    const { at, breaks } = gap;
    return [{ kind: "text", text: this.space(breaks), at, map: { span: () => at } }];
  }

  private space(breaks: number): string {
    if (this.style === "line") return breaks > 1 ? "\n" : " ";
    return breaks === 0 ? " " : "\n".repeat(Math.min(breaks, 2));
  }

  private text(node: TextNode, before: Gap): Settled {
    if (before.kind !== "space" && SETTLED.test(node.text)) return { nodes: [node], gap: NONE };
    let gap = before;
    let text = "";
    /** The unit of the node's text that each unit of `text` stands for. */
    const origin: number[] = [];
    for (const { 0: run, index } of node.text.matchAll(/[ \t\r\n\f\v]+|[^ \t\r\n\f\v]+/g)) {
      if (/^[ \t\r\n\f\v]/.test(run)) {
        const breaks = run.split("\n").length - 1;
        gap = widened(gap, breaks, spanWithin(node, index, index + run.length));
        continue;
      }
      if (gap.kind === "space") {
        if (text === "") return this.joined(gap, node, index);
        for (const _ of this.space(gap.breaks)) origin.push(index - 1);
        text += this.space(gap.breaks);
      }
      for (let i = 0; i < run.length; i++) origin.push(index + i);
      text += run;
      gap = NONE;
    }
    if (text === "") return { nodes: [], gap };
    if (text === node.text) return { nodes: [node], gap };
    const span = (start: number, end: number) => {
      const from = origin[start] ?? 0;
      const last = origin[end - 1];
      return spanWithin(node, from, last === undefined ? from : last + 1);
    };
    return { nodes: [{ kind: "text", text, at: span(0, text.length), map: { span } }], gap };
  }

  /** White space that stood before or at the beginning of a text, then the rest of it. */
  private joined(gap: Gap, node: TextNode, index: number): Settled {
    const rest = this.text(sliceText(node, index, node.text.length), NONE);
    return { nodes: [...this.printed(gap), ...rest.nodes], gap: rest.gap };
  }
}

/** A text that every style leaves as it is: words with one space between them. */
const SETTLED = /^[^ \t\r\n\f\v]+(?: [^ \t\r\n\f\v]+)*$/;

function widened(gap: Gap, breaks: number, at: Span): Gap {
  if (gap.kind === "start") return gap;
  if (gap.kind === "none" || breaks > gap.breaks) return { kind: "space", breaks, at };
  return gap;
}

function isSameGap(a: Gap, b: Gap): boolean {
  if (a.kind !== "space" || b.kind !== "space") return a.kind === b.kind;
  return a.breaks === b.breaks;
}

/** Whether what is printed next surely begins with white space. */
function startsWithSpace(template: Template): boolean {
  const next = template.find(({ kind }) => kind !== "assign" && kind !== "capture");
  return next?.kind === "text" && /^[ \t\r\n\f\v]/.test(next.text);
}
