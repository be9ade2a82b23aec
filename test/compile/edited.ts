import type { Compilation } from "../../src/compile.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";

/** The base workspace after an edit, compiled. */
export function compileEdited(edit: string): Compilation {
  return compileTexts(applyEdit(BASE.files, edit));
}

/** What is found after an edit: the code and the text that is underlined. */
export function found(edit: string): string[] {
  const files = applyEdit(BASE.files, edit);
  return compileTexts(files).findings.map(
    ({ code, at }) => `${code} ${files.get(at.file)?.slice(at.start, at.end) ?? ""}`,
  );
}
