import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readText } from "../../host/index.ts";
import { type LastResults, readResults, shareText } from "../../outcomes/index.ts";
import { compareText } from "../../source/index.ts";
import type { Selection } from "./selection.ts";

/** Where `recare report --results` writes, in a workspace. */
export const RESULTS = "results";

/** One file of the last results: whose they are, or nothing where it is no such file. */
export interface ResultsFile {
  readonly shown: string;
  readonly results: LastResults | undefined;
}

/** The last results that were written into a workspace, in the order of their files. */
export function lastResults({ root, prefix }: Selection): readonly ResultsFile[] {
  const folder = join(root, RESULTS);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort(compareText)
    .map((name) => {
      const shown = `${prefix}${RESULTS}/${name}`;
      return { shown, results: readResults(readText(join(folder, name), shown)) };
    });
}

/** "31 % (29 to 34 %) of 1,200 people". */
export function resultInWords({ people, rate }: LastResults): string {
  return rate === null || people === null
    ? "too few people to tell"
    : `${shareText(rate)} of ${people.toLocaleString("en-US")} people`;
}
