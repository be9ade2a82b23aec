import type { Span } from "../source/index.ts";
import type { Json, SourceLink } from "./types.ts";

/** Remembers, while a plan is built, where each of its objects is written; gives pointers once the plan is whole. */
export class SourceMap {
  private readonly spans = new Map<object, Span>();

  /** Notes where a part of the plan comes from, and gives the part back. */
  mark<T extends object>(at: Span | undefined, part: T): T {
    if (at !== undefined) this.spans.set(part, at);
    return part;
  }

  /** All marked parts by their JSON Pointer (RFC 6901), in the order of the plan. */
  linksOf(plan: Json): readonly SourceLink[] {
    const links: SourceLink[] = [];
    const visit = (value: Json, pointer: string): void => {
      if (value === null || typeof value !== "object") return;
      const span = this.spans.get(value);
      if (span !== undefined) links.push({ pointer, file: span.file, start: span.start, end: span.end });
      for (const [key, child] of Object.entries(value)) {
        visit(child, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
      }
    };
    visit(plan, "");
    return links;
  }
}
