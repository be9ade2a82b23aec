import type { LatticeWord, WordLattice } from "../template/index.ts";

/** One step of how a wording differs from an approved one: the same word, one in place of another, one too many, one too few. */
export interface WordEdit {
  /** As the text has it; nothing where it lacks the word. */
  readonly written: string | undefined;
  /** As it was approved; nothing where the text has a word of its own. */
  readonly approved: string | undefined;
}

/** Words of some rendering that are an approved wording, or nearly. */
export interface Likeness {
  readonly words: readonly LatticeWord[];
  readonly edits: readonly WordEdit[];
  /** Words that differ; 0 where they are the same. */
  readonly differences: number;
}

/** A shorter wording is too common to be meant. */
const FEWEST_WORDS = 4;

/** One word in four may differ. */
function mostDifferences(words: number): number {
  return words < FEWEST_WORDS ? 0 : Math.floor(words / 4);
}

/** A word as it is compared: case aside, for a sentence may begin with it. Accents and plurals count: they are other words. */
function keyOf(word: string): string {
  return word.normalize("NFC").toLowerCase();
}

/**
 * Where some rendering says `approved` word for word, and where it nearly does. Punctuation makes no difference. Words for which `skip` holds
 * are never part of it.
 *
 * Follows all renderings at once: for each position of the lattice and each word of the wording, the cheapest way to have come so far, with
 * and without a difference. So the work grows with the lattice, not with the number of renderings.
 */
export function likenesses(
  lattice: WordLattice,
  approved: readonly string[],
  skip: (word: LatticeWord) => boolean,
): readonly Likeness[] {
  const most = mostDifferences(approved.length);
  if (approved.length === 0 || !mayHold(lattice, approved, most)) return [];
  const ways = new Ways(approved, most);
  const positions = [...lattice.outgoing.keys()].sort((x, y) => x - y);
  for (const position of positions) {
    ways.skipApproved(position);
    for (const word of lattice.outgoing.get(position) ?? []) if (!skip(word)) ways.read(word);
  }
  return ways.found();
}

/** Whether the lattice has words enough of the wording for it to be there; most have not. */
function mayHold(lattice: WordLattice, approved: readonly string[], most: number): boolean {
  const written = new Set<string>();
  for (const words of lattice.outgoing.values()) for (const { text } of words) written.add(keyOf(text));
  return approved.filter((word) => !written.has(keyOf(word))).length <= most;
}

/** How a place was reached: `count` words of the wording are dealt with, `differences` of them are not the same. */
interface Way {
  readonly count: number;
  readonly differences: number;
  /** Words of the text that it has taken up. */
  readonly length: number;
  readonly before: Way | undefined;
  readonly edit: WordEdit | undefined;
  readonly word: LatticeWord | undefined;
}

const BEGINNING: Way = {
  count: 0,
  differences: 0,
  length: 0,
  before: undefined,
  edit: undefined,
  word: undefined,
};

/** Ways that are kept for one place and count: as many branches may each say it a little differently. */
const MOST_KEPT = 8;

class Ways {
  /** At each position the cheapest ways by their count, the cheapest first. */
  private readonly at = new Map<number, Map<number, readonly Way[]>>();
  private readonly ends: Way[] = [];
  private readonly keys: readonly string[];

  constructor(
    private readonly approved: readonly string[],
    private readonly most: number,
  ) {
    this.keys = approved.map(keyOf);
  }

  /** Words of the wording that the text lacks. */
  skipApproved(position: number): void {
    for (let count = 0; count < this.approved.length; count++) {
      for (const way of this.waysAt(position, count)) {
        this.reach(
          position,
          this.next(way, { written: undefined, approved: this.approved[count] }, undefined),
        );
      }
    }
  }

  read(word: LatticeWord): void {
    const key = word.hole === undefined ? keyOf(word.text) : undefined;
    for (let count = 0; count < this.approved.length; count++) {
      for (const way of this.waysAt(word.from, count)) {
        const approved = this.approved[count];
        this.reach(word.to, this.next(way, { written: word.text, approved }, word, this.keys[count] === key));
        if (count > 0)
          this.reach(word.to, {
            ...this.next(way, { written: word.text, approved: undefined }, word),
            count,
          });
      }
    }
  }

  found(): readonly Likeness[] {
    return apart(this.ends.map(likenessOf));
  }

  private waysAt(position: number, count: number): readonly Way[] {
    if (count === 0) return [BEGINNING];
    return this.at.get(position)?.get(count) ?? [];
  }

  private next(before: Way, edit: WordEdit, word: LatticeWord | undefined, isSame = false): Way {
    return {
      count: before.count + 1,
      differences: before.differences + (isSame ? 0 : 1),
      length: before.length + (word ? 1 : 0),
      before,
      edit,
      word,
    };
  }

  private reach(position: number, way: Way): void {
    if (way.differences > this.most) return;
    if (way.count === this.approved.length) {
      // A wording ends with a word of the text or with one that the text lacks; both are the same place.
      this.ends.push(way);
      return;
    }
    const here = this.at.get(position) ?? new Map<number, readonly Way[]>();
    this.at.set(position, here);
    const ways = [...(here.get(way.count) ?? []), way].sort(closestFirst);
    here.set(way.count, ways.slice(0, MOST_KEPT));
  }
}

/** Of likenesses that say the same of one rendering, the one that differs least. */
export function apart<T extends Pick<Likeness, "words" | "differences">>(
  likenesses: readonly T[],
): readonly T[] {
  const kept: T[] = [];
  for (const candidate of likenesses.toSorted((x, y) =>
    closestFirst({ ...x, length: x.words.length }, { ...y, length: y.words.length }),
  )) {
    if (candidate.words.length > 0 && kept.every(({ words }) => isElsewhere(candidate.words, words)))
      kept.push(candidate);
  }
  return kept;
}

/** Fewer differences first; of as many, more words of the text: "days" in place of "day" rather than no "day". */
function closestFirst(
  x: Pick<Way, "differences" | "length">,
  y: Pick<Way, "differences" | "length">,
): number {
  return x.differences - y.differences || y.length - x.length;
}

/** Whether words are others than those that were found, or belong to a rendering of their own. */
function isElsewhere(words: readonly LatticeWord[], found: readonly LatticeWord[]): boolean {
  const own = words.filter((word) => !found.includes(word));
  if (own.length === words.length) return true;
  return own.some(({ when }) => when !== "") && found.some((word) => !words.includes(word));
}

function likenessOf(end: Way): Likeness {
  const words: LatticeWord[] = [];
  const edits: WordEdit[] = [];
  for (let way: Way | undefined = end; way !== undefined; way = way.before) {
    if (way.word) words.unshift(way.word);
    if (way.edit) edits.unshift(way.edit);
  }
  return { words, edits, differences: end.differences };
}

/**
 * How a wording differs, in a line: `within [one → two] business [day → days]`, `[+ always] at [− any] time`. What is the same stays around it,
 * three words on each side.
 */
export function wordDiff(edits: readonly WordEdit[]): string {
  const isSame = ({ written, approved }: WordEdit): boolean =>
    written !== undefined && approved !== undefined && keyOf(written) === keyOf(approved);
  const near = edits.map((_, index) =>
    edits.slice(Math.max(index - 3, 0), index + 4).some((edit) => !isSame(edit)),
  );
  const shown: string[] = [];
  let from = 0;
  while (from < edits.length) {
    const edit = edits[from];
    if (edit === undefined) break;
    if (isSame(edit)) {
      if (near[from]) shown.push(edit.written ?? "");
      else if (shown.at(-1) !== "…") shown.push("…");
      from++;
      continue;
    }
    let to = from;
    while (to < edits.length && !isSame(edits[to] ?? edit)) to++;
    shown.push(change(edits.slice(from, to)));
    from = to;
  }
  return shown.join(" ");
}

function change(edits: readonly WordEdit[]): string {
  const approved = edits.flatMap((edit) => edit.approved ?? []).join(" ");
  const written = edits.flatMap((edit) => edit.written ?? []).join(" ");
  if (approved === "") return `[+ ${written}]`;
  return written === "" ? `[− ${approved}]` : `[${approved} → ${written}]`;
}
