import { sha256 } from "../plan/index.ts";
import { metaOf, WAIVER_UNREADABLE, WAIVER_WITHOUT_PLACE } from "../rules/index.ts";
import {
  compareText,
  type Diagnostic,
  diagnose,
  type Outcome,
  type RuleMeta,
  type Span,
} from "../source/index.ts";
import { type Part, Structure, type YamlFile, type YamlNode } from "../syntax/index.ts";
import { coveredPart } from "./covered-part.ts";
import { judge } from "./judge.ts";
import { readComment, type WrittenWaiver } from "./read-comment.ts";
import type { SignedWaiver, Waiver } from "./waiver.ts";
import { wordsAfter } from "./words-after.ts";

export interface Circumstances {
  /** Day of the check, ISO date. */
  readonly today: string;
  /** Verified signatures on waivers. */
  readonly signed: readonly SignedWaiver[];
}

/** The waivers of one file, and what is wrong with those that do not hold. */
export function collectWaivers(
  file: YamlFile,
  text: string,
  { today, signed }: Circumstances,
): Outcome<readonly Waiver[]> {
  const diagnostics: Diagnostic[] = [];
  const value: Waiver[] = [];
  if (!file.comments.some(({ text }) => readComment(text).kind !== "other")) return { value, diagnostics };
  const structure = new Structure(file);
  const after = wordsAfter(text, file.comments);
  /** Many comments may stand above one part, which is digested once. */
  const words = new Map<Part, string>();
  const wordsOf = (part: Part) => {
    const known = words.get(part) ?? sha256(wordsIn(part.value));
    words.set(part, known);
    return known;
  };
  for (const [i, comment] of file.comments.entries()) {
    const at = comment.span;
    const reading = readComment(comment.text);
    if (reading.kind === "other") continue;
    if (reading.kind === "unreadable") {
      diagnostics.push(diagnose(WAIVER_UNREADABLE, { ...reading, at }));
      continue;
    }
    const judged = judge(reading.waiver, metaOf(reading.waiver.rule), at, today);
    if (!judged.holds) {
      diagnostics.push(judged.finding);
      continue;
    }
    const placement = coveredPart(text, comment, after[i] ?? text.length, structure);
    if (!("part" in placement)) {
      diagnostics.push(diagnose(WAIVER_WITHOUT_PLACE, { ...placement, at }));
      continue;
    }
    const { part, start } = placement;
    const place = structure.pathTo(part);
    const digest = digestOf(reading.waiver, judged.rule, place, wordsOf(part));
    const { until, by, reason } = reading.waiver;
    const covers: Span = { file: file.path, start, end: part.end };
    const standing = isSigned(judged.rule, place, digest, signed) ? "in force" : "proposed";
    value.push({ standing, until, by, reason, place, digest, at, rule: judged.rule, covers });
  }
  return { value, diagnostics };
}

/** Of a rule that asks for a signature, a waiver without one is only proposed. */
function isSigned(rule: RuleMeta, place: string, digest: string, signed: readonly SignedWaiver[]): boolean {
  if (rule.waivable === "anyone") return true;
  return signed.some(
    (statement) =>
      statement.rule === rule.name &&
      statement.role === rule.waivable &&
      statement.place === place &&
      statement.digest === digest,
  );
}

/** Of what the comment says and covers. Form does not count: the same words in other quotes have the same digest. */
function digestOf(
  { until, by, reason }: WrittenWaiver,
  rule: RuleMeta,
  place: string,
  covers: string,
): string {
  return sha256(JSON.stringify([rule.name, place, until, by, reason, covers]));
}

/** The words of a part in one order, whatever their form. Written by JSON, which any text survives. */
function wordsIn(node: YamlNode): string {
  switch (node.kind) {
    case "scalar":
      return node.isNull ? "null" : JSON.stringify(node.text);
    case "seq":
      return `[${node.items.map(wordsIn).join(",")}]`;
    case "map":
      return `{${node.entries
        .map(({ key, value }) => `${JSON.stringify(key.text)}:${wordsIn(value)}`)
        .sort(compareText)
        .join(",")}}`;
  }
}
