import { cover, type Span } from "../source/index.ts";
import { bodiesOf, spanWithin, type Template, type TemplateNode } from "../template/index.ts";

/** All words of a text in reading order, with the branches of a choice one after the other; values are `⟦⟧`. */
export interface FlatText {
  readonly text: string;
  /** Where a stretch is written: all of it where it stands in one file, else where it begins. */
  spanOf(start: number, end: number): Span;
}

type Printed = TemplateNode & { readonly kind: "text" | "print" };

/** For marks that pair up within a text, such as those of a link: a pair stands in one branch, or around one. */
export function flatText(template: Template, whole: Span): FlatText {
  const pieces: { readonly node: Printed; readonly start: number }[] = [];
  let text = "";
  const walk = (nodes: Template): void => {
    for (const node of nodes) {
      if (node.kind === "text" || node.kind === "print") {
        pieces.push({ node, start: text.length });
        text += node.kind === "text" ? node.text : "⟦⟧";
      } else if (node.kind !== "capture") {
        // A captured text is printed where its name is.
        for (const body of bodiesOf(node)) walk(body);
      }
    }
  };
  walk(template);
  return {
    text,
    spanOf(start, end) {
      const spans = pieces.flatMap(({ node, start: from }, index) => {
        const to = pieces[index + 1]?.start ?? text.length;
        if (to <= start || from >= end) return [];
        if (node.kind === "print") return [node.at];
        return [spanWithin(node, Math.max(start, from) - from, Math.min(end, to) - from)];
      });
      const first = spans[0] ?? whole;
      return spans.filter(({ file }) => file === first.file).reduce(cover, first);
    },
  };
}
