import type { Diagnostic, SourceText } from "../source/index.ts";
import { plainOf, type YamlFile } from "../syntax/index.ts";
import { withoutConsequences } from "./consequences.ts";
import { explain } from "./explain.ts";
import type { FileKind } from "./kind.ts";
import { mistakesOf } from "./mistakes.ts";
import { schemaOf } from "./schema.ts";
import { validators } from "./validators.generated.js";

/**
 * What is wrong with a file of a kind, beside what reading it has found already: a place that is already complained
 * about is left alone, and nothing is missed in a file that could not be read to its end.
 */
export function validate(
  file: YamlFile,
  kind: FileKind,
  { text }: SourceText,
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  const { root } = file;
  const validator = validators[kind];
  if (root === undefined || validator(plainOf(root))) return [];
  const schema = schemaOf(kind);
  const broken = found.some(({ severity }) => severity === "error");
  return withoutConsequences(mistakesOf(root, validator.errors ?? []), schema)
    .filter((mistake) => !(broken && mistake.kind === "missing key"))
    .map((mistake) => explain(mistake, { kind, schema, text }))
    .filter(({ at }) => !found.some((other) => other.at.start < at.end && at.start < other.at.end));
}
