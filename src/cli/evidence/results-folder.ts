import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { type EvidenceFile, readEvidence } from "../../evidence/index.ts";
import { readText, writeFile } from "../../host/index.ts";
import { visible } from "../../report/index.ts";
import { compareText } from "../../source/index.ts";
import type { Selection } from "../check/selection.ts";
import type { Session } from "../session.ts";

/** Where `recare report`, `simulate` and `reach` write with `--results`, in a workspace. */
const RESULTS = "results";

/** The files of `results/` in a workspace, in the order of their names. */
export interface ResultsFolder {
  readonly files: readonly EvidenceFile[];
  /** Files that are in none of our formats: where, and what is wrong. */
  readonly broken: readonly { readonly shown: string; readonly mistakes: readonly string[] }[];
}

export function resultsFolder({ root, prefix }: Selection): ResultsFolder {
  const folder = join(root, RESULTS);
  if (!existsSync(folder)) return { files: [], broken: [] };
  const read = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort(compareText)
    .map((name) => {
      const path = `${RESULTS}/${name}`;
      return {
        path,
        shown: `${prefix}${path}`,
        ...readEvidence(readText(join(folder, name), prefix + path)),
      };
    });
  return {
    files: read.flatMap(({ path, value }) => (value === undefined ? [] : [{ path, evidence: value }])),
    broken: read.flatMap(({ shown, mistakes }) => (mistakes === undefined ? [] : [{ shown, mistakes }])),
  };
}

/** Says which files count for nothing, and why. */
export function noteBroken({ broken }: ResultsFolder, session: Session): void {
  for (const { shown, mistakes } of broken)
    session.note(`note: ${visible(`${shown} counts for nothing: ${mistakes.join("; ")}`)}\n`);
}

/** Writes one file beside the others, and says where. */
export function keepEvidence(folder: string, name: string, evidence: object, session: Session): void {
  const shown = join(folder, name);
  writeFile(resolve(session.cwd, shown), `${JSON.stringify(evidence, undefined, 2)}\n`, shown);
  session.note(`note: written to ${shown}; the next recare build shows it\n`);
}
