/** A campaign written another way: the same keys, words and waivers, with nothing else left where it was. */
export interface Form {
  /** Decides every order; 0 leaves them. */
  readonly shuffle: number;
  readonly blankLines: boolean;
  readonly comments: boolean;
  readonly quotes: boolean;
  readonly lineEnd: "\n" | "\r\n";
  readonly byteOrderMark: boolean;
}

/** A key or an item with the comments above it and all that lies inside. */
type Block = readonly string[];

/**
 * Writes a campaign in block style another way: the keys of each map in another order, each with its comments; items
 * of lists where they were.
 */
export function reformatted(text: string, form: Form): string {
  const lines = decorated(shuffled(text.replace(/\n$/, "").split("\n"), form), form);
  return `${form.byteOrderMark ? "\uFEFF" : ""}${lines.join(form.lineEnd)}${form.lineEnd}`;
}

function shuffled(lines: readonly string[], form: Form): readonly string[] {
  const first = lines.find((line) => line.trim() !== "" && !isComment(line));
  if (first === undefined) return lines;
  const indent = indentation(first);
  const blocks: string[][] = [];
  let open = true;
  for (const line of lines) {
    if (line.trim() === "") {
      blocks.at(-1)?.push(line);
      continue;
    }
    const begins = indentation(line) === indent;
    // Comments belong to the block that they stand above.
    if (begins && (open || blocks.length === 0)) blocks.push([line]);
    else blocks.at(-1)?.push(line);
    if (begins) open = !isComment(line);
    else open = true;
  }
  const inside = blocks.map((block) => withInside(block, form));
  const isList = first.trimStart().startsWith("- ");
  return (isList ? inside : inOrder(inside, form.shuffle)).flat();
}

function withInside(block: Block, form: Form): Block {
  const head = block.findIndex((line) => !isComment(line));
  const line = block[head] ?? "";
  const rest = block.slice(head + 1);
  const begun = block.slice(0, head + 1);
  // The words of a text stay, and so do segments, of which the first that fits is taken.
  if (rest.length === 0 || / [|>][+-]?$|segments:$/.test(line)) return block;
  if (!line.trimStart().startsWith("- ")) return [...begun, ...shuffled(rest, form)];
  // An item that is a map: its first key stands beside the dash, and another key may take its place.
  const at = indentation(line);
  const keys = shuffled([line.replace("-", " "), ...rest], form);
  const place = keys.findIndex((key) => !isComment(key));
  return place === 0
    ? [...block.slice(0, head), `${" ".repeat(at)}-${keys[0]?.slice(at + 1) ?? ""}`, ...keys.slice(1)]
    : block;
}

function inOrder(blocks: readonly Block[], seed: number): readonly Block[] {
  if (seed === 0) return blocks;
  return blocks
    .map((block, i) => ({
      block,
      key: (Math.imul(seed, 2_654_435_761) ^ Math.imul(i + 1, 40_503 * seed)) >>> 0,
    }))
    .sort((a, b) => a.key - b.key)
    .map(({ block }) => block);
}

function decorated(lines: readonly string[], form: Form): readonly string[] {
  let text = Number.POSITIVE_INFINITY;
  return lines.flatMap((line) => {
    if (line.trim() === "" || indentation(line) > text) return [line];
    text = / [|>][+-]?$/.test(line) ? indentation(line) : Number.POSITIVE_INFINITY;
    const written = form.quotes ? quoted(line) : line;
    const above = " ".repeat(indentation(line));
    return [
      ...(form.blankLines ? [""] : []),
      ...(form.comments ? [`${above}# about the next line`] : []),
      written,
    ];
  });
}

function quoted(line: string): string {
  const match = /^(\s*(?:- )?[\w-]+: )([A-Za-z][^"'#:{}[\]&*|>]*)$/.exec(line);
  return match === null ? line : `${match[1]}"${match[2]}"`;
}

function isComment(line: string): boolean {
  return line.trimStart().startsWith("#");
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}
