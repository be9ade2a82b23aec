import { isOneOf, whenOf } from "./guard.ts";
import { inline } from "./inline.ts";
import { type Axis, type Partition, partitionOf } from "./partition.ts";
import { type PatientFact, type PatientFacts, renderer } from "./render.ts";
import type { Template } from "./tree.ts";
import type { Describe } from "./value-shape.ts";

export interface Variants {
  /** Distinct wordings, fields as `⟦patient.first_name⟧`, each with the guard under which a patient reads it. */
  readonly shown: readonly { readonly text: string; readonly when: string }[];
  readonly total: { readonly kind: "exactly" | "at least"; readonly count: number };
  /** All wordings that the text can have are shown. */
  readonly complete: boolean;
}

/** Combinations that are all rendered; with more, pairs of values are. */
const MOST_COMBINATIONS = 4_096;

/**
 * The wordings of a text for reviewers, at most `cap` of them, rendered by the real engine.
 *
 * Every combination of what the text itself tells apart is rendered. Where those are too many, a small set is in
 * which every two values of every two fields meet.
 */
export function variants(template: Template, describe: Describe, cap: number): Variants {
  const inlined = inline(template);
  const partition = partitionOf(inlined, describe);
  const { axes, isExact } = partition;
  const renderRow = rowRenderer(inlined, partition);
  const combinations = axes.reduce((product, { cells }) => product * cells.length, 1);
  const isWhole = combinations <= MOST_COMBINATIONS;
  const rows = isWhole ? everyRow(axes) : pairwiseRows(axes, cap);
  const texts = rows.map(renderRow);
  const firsts = new Map<string, Row>();
  for (const [index, row] of rows.entries()) {
    const text = texts[index] ?? "";
    if (!firsts.has(text)) firsts.set(text, row);
  }
  const table = isWhole ? new WholeTable(axes, texts) : undefined;
  const shown = [...firsts].slice(0, cap).map(([text, row]) => {
    const cube = row.map((cell) => [cell]);
    return { text, when: guardOf(axes, table ? table.widened(cube, text) : cube) };
  });
  return {
    shown,
    total: { kind: isWhole && isExact ? "exactly" : "at least", count: firsts.size },
    complete: isWhole && isExact && shown.length === firsts.size,
  };
}

/** For each axis, which of its cells. */
type Row = readonly number[];
/** For each axis, some of its cells. */
type Cube = readonly (readonly number[])[];

/** A cube in words; fields that do not matter are left out. */
function guardOf(axes: readonly Axis[], cube: Cube): string {
  return whenOf(
    axes.flatMap(({ path, cells }, axis) => {
      const chosen = (cube[axis] ?? []).toSorted((a, b) => a - b);
      if (chosen.length === cells.length) return [];
      return [
        isOneOf(
          path,
          chosen.flatMap((index) => cells[index]?.label ?? []),
        ),
      ];
    }),
  );
}

function everyRow(axes: readonly Axis[]): readonly Row[] {
  return axes.reduce<readonly Row[]>(
    (rows, { cells }) => rows.flatMap((row) => cells.map((_, index) => [...row, index])),
    [[]],
  );
}

/** Rows in which every two cells of every two axes meet, as far as `cap` rows can hold them. */
function pairwiseRows(axes: readonly Axis[], cap: number): readonly Row[] {
  const rows: Row[] = [];
  const met = new Set<string>();
  const meet = (a: number, i: number, b: number, j: number) =>
    a < b ? `${a}.${i}-${b}.${j}` : `${b}.${j}-${a}.${i}`;
  for (let attempt = 0; attempt < cap; attempt++) {
    const row: number[] = [];
    let fresh = 0;
    for (const [axis, { cells }] of axes.entries()) {
      let best = 0;
      let most = -1;
      for (let offset = 0; offset < cells.length; offset++) {
        const cell = (attempt + offset) % cells.length;
        const gained = row.filter((other, earlier) => !met.has(meet(earlier, other, axis, cell))).length;
        if (gained > most) [best, most] = [cell, gained];
      }
      fresh += Math.max(most, 0);
      row.push(best);
    }
    for (const [a, i] of row.entries())
      for (const [b, j] of row.entries()) if (a < b) met.add(meet(a, i, b, j));
    if (fresh > 0 || attempt === 0) rows.push(row);
  }
  return rows;
}

/** Renders a row; fields that the text does not tell apart are printed by their names. */
function rowRenderer(template: Template, { fields, axes }: Partition): (row: Row) => string {
  const renderFacts = renderer(template);
  const names = fields.map((path): Entry => [path.split("."), `⟦${path}⟧`]);
  return (row) => {
    const stored = new Map(names);
    const said = new Map(names);
    for (const [axis, { path, cells }] of axes.entries()) {
      const cell = cells[row[axis] ?? 0];
      const name = names[fields.indexOf(path)]?.[0];
      if (!cell || !name) continue;
      stored.set(name, cell.value);
      said.set(name, cell.words);
    }
    return renderFacts({ ...nested([...stored]), say: nested([...said]) });
  };
}

type Entry = readonly [path: readonly string[], value: PatientFact];

/** Facts by path as records inside records. */
function nested(entries: readonly Entry[]): PatientFacts {
  const byFirst = new Map<string, Entry[]>();
  for (const [[first = "", ...rest], value] of entries) {
    byFirst.set(first, [...(byFirst.get(first) ?? []), [rest, value]]);
  }
  return Object.fromEntries(
    [...byFirst].map(([name, members]): [string, PatientFact] => {
      const whole = members.find(([rest]) => rest.length === 0);
      return [name, whole ? whole[1] : nested(members)];
    }),
  );
}

/** All combinations with their texts, to find what a wording really depends on. */
class WholeTable {
  private readonly strides: readonly number[];

  constructor(
    private readonly axes: readonly Axis[],
    private readonly texts: readonly string[],
  ) {
    this.strides = axes.map((_, axis) =>
      axes.slice(axis + 1).reduce((product, { cells }) => product * cells.length, 1),
    );
  }

  /** As many cells of each axis as read the same text, whatever the other axes of the cube are. */
  widened(cube: Cube, text: string): Cube {
    return this.axes.reduce<Cube>((kept, { cells }, axis) => {
      const same = cells.flatMap((_, cell) =>
        this.allRead(kept.with(axis, [cell]), text, 0, 0) ? [cell] : [],
      );
      return kept.with(axis, same);
    }, cube);
  }

  private allRead(cube: Cube, text: string, axis: number, offset: number): boolean {
    if (axis === this.axes.length) return this.texts[offset] === text;
    const stride = this.strides[axis] ?? 1;
    return (cube[axis] ?? []).every((cell) => this.allRead(cube, text, axis + 1, offset + cell * stride));
  }
}
