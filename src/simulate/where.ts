import type { Provenance } from "../plan/index.ts";
import { LineIndex } from "../source/index.ts";

/** A line of the workspace. */
export interface PlaceInFile {
  readonly file: string;
  readonly line: number;
}

/**
 * Where a part of a plan is written: the nearest part around it, or in it, that the source map knows.
 *
 * @param pointer JSON Pointer into the plan, as `/pace/per_day`
 * @param texts the files of the workspace, by path
 */
export function placeOf(
  pointer: string,
  { sources }: Provenance,
  texts: ReadonlyMap<string, string>,
): PlaceInFile | undefined {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const link =
      sources.find((each) => each.pointer === at) ??
      sources.find((each) => each.pointer.startsWith(`${at}/`));
    const text = link && texts.get(link.file);
    if (link === undefined || text === undefined) continue;
    return { file: link.file, line: new LineIndex(text).at(link.start).line };
  }
  return undefined;
}
