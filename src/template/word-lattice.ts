import type { Span } from "../source/index.ts";
import { whenOf } from "./guard.ts";
import type { LatticeWord, WordLattice } from "./lattice.ts";
import {
  type End,
  type Ends,
  HOLES,
  type OpenWord,
  onlyOf,
  type Place,
  seen,
  touching,
  whole,
} from "./lattice-way.ts";
import { afterUnseen, linkSigns, mayHideInWord, mayStandInWord, opensUnseen } from "./link-signs.ts";
import type { Skeleton } from "./skeleton.ts";
import { spanWithin } from "./span-within.ts";
import { NO_PAUSE, pauseAfter, type Stretch, stretchesOf } from "./words.ts";

/** Words that a lattice may hold, ways that may be open at once, turns of a loop that are followed. */
const MOST_WORDS = 20_000;
const MOST_ENDS = 2048;
const MOST_STEPS = 400_000;
const MOST_TURNS = 8;

/**
 * The words of all renderings as a graph: each path from the start is the sequence of words of some rendering, and
 * each rendering's words are such a path. A word is joined across the borders of branches, fields and inserts.
 *
 * A hole stands for one word, `⟦patient.first_name⟧`, together with letters that touch it.
 *
 * Where a link of Markdown may stand, one way reads its target as text and another passes it over, as a reader does:
 * "[guaran](https://…)teed" is a word.
 */
export function wordLattice(skeleton: Skeleton): WordLattice {
  const builder = new LatticeBuilder();
  const start: End = { from: 0, pause: { ...NO_PAUSE, ended: true }, open: undefined };
  builder.close(whole(builder.follow(skeleton, [start], { guards: [], marks: [] })));
  return { start: 0, outgoing: builder.outgoing, truncated: builder.truncated };
}

class LatticeBuilder {
  readonly outgoing = new Map<number, LatticeWord[]>();
  truncated = false;
  private positions = 1;
  private words = 0;
  private steps = 0;
  private readonly stretches = new Map<Skeleton, readonly Stretch[]>();

  follow(node: Skeleton, ends: Ends, place: Place): Ends {
    if (this.truncated && this.isExhausted) return ends;
    switch (node.kind) {
      case "lit":
        return this.literal(node, ends, place);
      case "hole":
        if (node.hidesWords) this.truncated = true;
        if (node.longest === 0) return ends;
        return this.extend(ends, place, {
          text: `⟦${node.name}⟧`,
          at: node.at,
          hole: node.name,
          isEmoji: false,
        });
      case "cat":
        return node.parts.reduce((after: Ends, part) => this.follow(part, after, place), ends);
      case "alt":
        return this.merged(
          node.options.flatMap(({ when, body }) =>
            this.follow(body, ends, when === "" ? place : { ...place, guards: [...place.guards, when] }),
          ),
        );
      case "rep": {
        if (node.most > MOST_TURNS) this.truncated = true;
        const turns = [ends];
        for (let turn = 0, after = ends; turn < Math.min(node.most, MOST_TURNS); turn++) {
          after = this.follow(node.body, after, place);
          turns.push(after);
        }
        return this.merged(turns.flat());
      }
      case "mark": {
        const mark = node.id === "" ? node.what : `${node.what}:${node.id}`;
        return this.follow(node.body, ends, { ...place, marks: [mark, ...place.marks] });
      }
    }
  }

  /** Ends the words that are still open; all such ways meet at one new position. */
  close(ends: Ends): Ends {
    if (ends.every(({ open, unseen }) => !open || unseen)) return ends;
    const to = this.positions++;
    const only = onlyOf(ends);
    if (only?.open) {
      this.add(only, only.open, to);
      return [{ from: to, pause: NO_PAUSE, open: undefined }];
    }
    return this.merged(
      ends.map((end) => {
        if (!end.open || end.unseen) return end;
        this.add(end, end.open, to);
        return { from: to, pause: NO_PAUSE, open: undefined };
      }),
    );
  }

  private get isExhausted(): boolean {
    return this.words >= MOST_WORDS || this.steps >= MOST_STEPS;
  }

  private add({ from, pause }: End, { text, at, hole, marks, guards }: OpenWord, to: number): void {
    if (this.words >= MOST_WORDS) {
      this.truncated = true;
      return;
    }
    this.words++;
    const word: LatticeWord = {
      text,
      opensSentence: pause.ended,
      opensClause: pause.ended || pause.parted,
      at,
      from,
      to,
      hole,
      marks,
      when: guards.length === 0 ? "" : whenOf(guards),
    };
    const others = this.outgoing.get(from);
    if (others) others.push(word);
    else this.outgoing.set(from, [word]);
  }

  private literal(node: Skeleton & { kind: "lit" }, before: Ends, place: Place): Ends {
    let stretches = this.stretches.get(node);
    if (!stretches) {
      stretches = stretchesOf(node.text);
      this.stretches.set(node, stretches);
    }
    let ends = before;
    for (const { kind, text, start, end } of stretches) {
      this.steps += ends.length;
      if (this.isExhausted) {
        this.truncated = true;
        return ends;
      }
      switch (kind) {
        case "letters":
        case "emoji": {
          const at = spanWithin(node, start, end);
          ends = this.extend(ends, place, { text, at, hole: undefined, isEmoji: kind === "emoji" });
          break;
        }
        case "apostrophe":
          ends = this.apostrophe(ends);
          break;
        case "between":
          ends = this.between(ends, text);
          break;
      }
    }
    return ends;
  }

  /** What stands between words, and the signs of a link, which may stand within one. */
  private between(ends: Ends, text: string): Ends {
    const isPlain = !mayHideInWord(text) && ends.every(({ unseen, isGlued }) => !unseen && !isGlued);
    return isPlain
      ? this.parted(ends, text)
      : linkSigns(text).reduce((all, sign) => this.sign(all, sign), ends);
  }

  private sign(ends: Ends, sign: string): Ends {
    const going = ends.flatMap((end) => {
      if (!end.unseen) return [];
      const unseen = afterUnseen(sign, end.unseen);
      return unseen === "no link" ? [] : [{ ...end, unseen }];
    });
    const shown = seen(ends);
    const closed = this.close(shown.filter(({ isGlued }) => !isGlued));
    const after = closed.map((end) => ({ ...end, pause: pauseAfter(sign, end.pause) }));
    if (!mayStandInWord(sign)) return this.merged([...after, ...going]);
    const unseen = opensUnseen(sign);
    // The word before it may go on after it: only if letters follow at once, so that no word is told twice.
    const glued = shown.filter(({ open }) => open).map((end) => ({ ...end, unseen, isGlued: true }));
    const passed = unseen ? closed.map((end) => ({ ...end, unseen })) : [];
    return this.merged([...after, ...glued, ...passed, ...going]);
  }

  private parted(ends: Ends, text: string): Ends {
    return this.close(ends).map((way) => ({ ...way, pause: pauseAfter(text, way.pause) }));
  }

  /** Letters, an emoji or a hole: begins a word, or goes on with one. */
  private extend(
    ends: Ends,
    place: Place,
    part: {
      readonly text: string;
      readonly at: Span;
      readonly hole: string | undefined;
      readonly isEmoji: boolean;
    },
  ): Ends {
    const fresh: OpenWord = {
      text: part.text,
      isEmoji: part.isEmoji,
      hasApostrophe: false,
      at: [part.at],
      hole: part.hole,
      marks: place.marks,
      guards: place.guards,
    };
    const only = onlyOf(ends);
    if (only && !only.open && !only.unseen) return [{ from: only.from, pause: only.pause, open: fresh }];
    const hidden = ends.filter(({ unseen }) => unseen);
    if (hidden.length > 0) return [...this.extend(seen(ends), place, part), ...hidden];
    const parted = ends.filter(({ open }) => open && (open.isEmoji || part.isEmoji));
    const going = ends.filter((end) => !parted.includes(end));
    return this.merged(
      [...going, ...this.close(whole(parted))].flatMap(({ from, pause, open }): Ends => {
        if (!open) return [{ from, pause, open: fresh }];
        const longer: OpenWord = {
          ...open,
          text: open.text + (open.hasApostrophe ? "'" : "") + part.text,
          hasApostrophe: false,
          at: touching(open.at, part.at),
          hole: open.hole ?? part.hole,
          guards: [...new Set([...open.guards, ...place.guards])],
        };
        // Where the holes before it print nothing, the apostrophe has no letter before it, and a word begins here.
        const alone = open.hasApostrophe && HOLES.test(open.text);
        return [{ from, pause, open: longer }, ...(alone ? [{ from, pause, open: fresh }] : [])];
      }),
    );
  }

  private apostrophe(ends: Ends): Ends {
    const hidden = ends.filter(({ unseen }) => unseen);
    if (hidden.length > 0) return [...this.apostrophe(seen(ends)), ...hidden];
    const kept = ends.filter(
      ({ open, isGlued }) => !isGlued && (!open || (!open.isEmoji && !open.hasApostrophe)),
    );
    const parted = this.close(whole(ends).filter((end) => !kept.includes(end)));
    return this.merged([
      ...kept.map(
        ({ from, pause, open }): End =>
          open
            ? { from, pause, open: { ...open, hasApostrophe: true } }
            : { from, pause: pauseAfter("'", pause), open },
      ),
      ...parted.map((end) => ({ ...end, pause: pauseAfter("'", end.pause) })),
    ]);
  }

  /** Ways that cannot be told apart any more are one; of their guards, those that both have. */
  private merged(ends: Ends): Ends {
    if (ends.length < 2) return ends;
    const byKey = new Map<string, End>();
    for (const end of ends) {
      const { from, pause, open, unseen } = end;
      const word = open
        ? JSON.stringify([open.text, open.isEmoji, open.hasApostrophe, open.marks.join()])
        : "";
      const hidden = `${unseen?.closing}${unseen?.depth} ${end.isGlued}`;
      const key = `${from} ${pause.ended} ${pause.stopped} ${pause.breaks} ${pause.parted} ${hidden} ${word}`;
      const other = byKey.get(key);
      const guards = open && other?.open?.guards.filter((guard) => open.guards.includes(guard));
      byKey.set(key, open && guards ? { ...end, open: { ...open, guards } } : end);
    }
    const merged = [...byKey.values()];
    if (merged.length <= MOST_ENDS) return merged;
    this.truncated = true;
    return merged.slice(0, MOST_ENDS);
  }
}
