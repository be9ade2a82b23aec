import {
  compareDiagnostics,
  type Diagnostic,
  LineIndex,
  type Outcome,
  type SourceText,
} from "../source/index.ts";
import { scanCharacters } from "./characters.ts";
import { diagnosticOf } from "./compose/composition.ts";
import { compose } from "./compose.ts";
import type { Fault } from "./fault.ts";
import { FILE_TOO_LARGE } from "./findings/limits.ts";
import { STRUCTURE_FINDINGS, UNEVEN_INDENT } from "./findings/structure.ts";
import { NO_VALUE } from "./findings/traps.ts";
import { grouped, MAX_FINDINGS, MAX_TEXT_LENGTH } from "./limits.ts";
import { read } from "./read.ts";
import type { YamlComment, YamlFile } from "./tree.ts";
import { lineEndOf } from "./words.ts";

/**
 * Reads a YAML file into a tree with a span on every leaf.
 *
 * Never throws, whatever the text. A broken file gives as much of its tree as can be understood, and each mistake one
 * diagnostic in the author's words: what would be read, and what to write instead.
 */
export function parseYaml({ path, text }: SourceText): Outcome<YamlFile> {
  if (text.length > MAX_TEXT_LENGTH) return tooLarge(path, text);
  const characters = scanCharacters(path, text);
  if (!characters.readable) {
    return { value: { path, root: undefined, comments: [] }, diagnostics: characters.diagnostics };
  }
  const reading = read(text, characters.mends);
  const { root, diagnostics } = compose(path, text, reading);
  const comments: YamlComment[] = reading.comments.map(({ start, end }) => ({
    text: text.slice(start, end),
    span: { file: path, start, end },
  }));
  const value: YamlFile = { path, root, comments };
  const { limit } = reading;
  if (limit !== undefined) {
    const known = characters.diagnostics.slice(0, MAX_FINDINGS - 1);
    return {
      value,
      diagnostics: [...known, diagnosticOf({ path, original: text }, limit)].sort(compareDiagnostics),
    };
  }
  const diagnosed = (fault: Fault) => diagnosticOf({ path, original: text }, fault);
  const causes = [...characters.diagnostics, ...reading.traps.map(diagnosed)];
  const found = [...reading.faults.map(diagnosed), ...diagnostics];
  if (causes.length === 0 && found.length === 0) return { value, diagnostics: [] };
  const all = withoutFollowUps(text, causes, found, characters.tabIndented);
  return { value, diagnostics: all.slice(0, MAX_FINDINGS) };
}

function tooLarge(path: string, text: string): Outcome<YamlFile> {
  const fault = {
    meta: FILE_TOO_LARGE,
    start: 0,
    end: Math.min(lineEndOf(text.slice(0, 200), 0), 200),
    message: `The file has ${grouped(text.length)} characters; at most ${grouped(MAX_TEXT_LENGTH)} are read.`,
  };
  return {
    value: { path, root: undefined, comments: [] },
    diagnostics: [diagnosticOf({ path, original: text }, fault)],
  };
}

/** Findings that another mistake on the same line may bring about. */
const FOLLOW_UPS: ReadonlySet<string> = new Set([...STRUCTURE_FINDINGS, NO_VALUE].map((meta) => meta.code));

/**
 * One finding for one mistake. What looks wrong with the structure of a line is only said where no cause is known on
 * it, once, and not at all where tabs leave the indentation unknown.
 */
function withoutFollowUps(
  text: string,
  causes: readonly Diagnostic[],
  found: readonly Diagnostic[],
  tabIndented: boolean,
): readonly Diagnostic[] {
  const lines = new LineIndex(text);
  const lineOf = ({ at }: Diagnostic) => lines.at(at.start).line;
  const known = causes.filter(({ code }) => !(tabIndented && code === UNEVEN_INDENT.code));
  const explained = new Set(known.map(lineOf));
  const kept = [...found].sort(compareDiagnostics).filter((diagnostic) => {
    if (!FOLLOW_UPS.has(diagnostic.code)) return true;
    const line = lineOf(diagnostic);
    if (tabIndented || explained.has(line)) return false;
    explained.add(line);
    return true;
  });
  return [...known, ...kept].sort(compareDiagnostics);
}
