import type { Span } from "../source/index.ts";
import type { YamlEntry, YamlFile, YamlNode } from "./tree.ts";

/** What a key or a dash introduces: the key with its value, or an item of a list. */
export interface Part {
  /** Where the key stands, or the item without its dash. */
  readonly start: number;
  /** End of the value. */
  readonly end: number;
  readonly value: YamlNode;
  /** What it adds to the path: `.text`, `[text-1]`. */
  readonly step: string;
  readonly parent: Part | undefined;
}

/** Keys by which an item of a list is known, wherever in the list it stands. */
const NAMING_KEYS = ["step", "name", "on", "id"] as const;

/** Longest text of an item that is quoted in a path. */
const LONGEST_NAME = 80;

/**
 * The parts of a file in reading order, and the *structural path* of each: keys, and for items of lists the name or
 * the words of the item, never a line and never a count where there is a name. So a path survives whatever changes
 * only the form of a file: moved keys, blank lines, comments, other quotes, brackets for indentation.
 *
 * @example new Structure(file).pathOf(span) // "campaigns/welcome.yaml#sequence[text-1].text.en"
 */
export class Structure {
  /** In the order in which they begin; of two that begin at one place, the outer one first. */
  readonly parts: readonly Part[];

  constructor(private readonly file: YamlFile) {
    const parts: Part[] = [];
    if (file.root !== undefined) collect(file.root, undefined, parts);
    this.parts = parts.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** The smallest part that holds a stretch; nothing for a stretch that only the whole file holds. */
  around({ start, end }: Pick<Span, "start" | "end">): Part | undefined {
    let part = this.parts[this.firstFrom(start + 1) - 1];
    while (part !== undefined && part.end < end) part = part.parent;
    return part;
  }

  /** Index of the first part that begins at `offset` or after it. */
  firstFrom(offset: number): number {
    let low = 0;
    let high = this.parts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.parts[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The path of a part, or of the whole file. */
  pathTo(part: Part | undefined): string {
    const steps: string[] = [];
    for (let here = part; here !== undefined; here = here.parent) steps.unshift(here.step);
    return steps.length === 0 ? this.file.path : `${this.file.path}#${steps.join("").replace(/^\./, "")}`;
  }

  pathOf(span: Pick<Span, "start" | "end">): string {
    return this.pathTo(this.around(span));
  }
}

function collect(node: YamlNode, parent: Part | undefined, parts: Part[]): void {
  if (node.kind === "map") for (const entry of node.entries) collectEntry(entry, parent, parts);
  if (node.kind === "seq") {
    const seen = new Map<string, number>();
    for (const [index, value] of node.items.entries()) {
      const name = nameOf(value, index);
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      const step = before === 0 ? `[${name}]` : `[${name}~${before + 1}]`;
      const part = { start: value.span.start, end: value.span.end, value, step, parent };
      parts.push(part);
      collect(value, part, parts);
    }
  }
}

function collectEntry({ key, value }: YamlEntry, parent: Part | undefined, parts: Part[]): void {
  const end = Math.max(key.span.end, value.span.end);
  const step = IS_PLAIN.test(key.text) ? `.${key.text}` : `[${JSON.stringify(key.text)}]`;
  const part = { start: key.span.start, end, value, step, parent };
  parts.push(part);
  collect(value, part, parts);
}

/** Written without quotes in a path; a number would look like a count. */
const IS_PLAIN = /^[a-z_][\w-]*$/i;

function nameOf(item: YamlNode, index: number): string {
  const named = item.kind === "map" ? namingValue(item) : item;
  if (named?.kind !== "scalar" || named.text === "") return String(index);
  const words = named.text.replace(/\s+/g, " ").trim();
  if (words.length > LONGEST_NAME) return JSON.stringify(`${words.slice(0, LONGEST_NAME)}…`);
  return IS_PLAIN.test(words) ? words : JSON.stringify(words);
}

function namingValue(item: YamlNode): YamlNode | undefined {
  if (item.kind !== "map") return undefined;
  for (const key of NAMING_KEYS) {
    const entry = item.entries.find((candidate) => candidate.key.text === key);
    if (entry !== undefined) return entry.value;
  }
  return undefined;
}
