import { type Compilation, compile } from "../../compile.ts";
import { readWorkspace } from "../../host/index.ts";
import type { Diagnostic, SourceText } from "../../source/index.ts";
import type { Session } from "../session.ts";
import { type Selection, selected, shownFrom, textsFrom } from "./selection.ts";

/** A workspace after `compile`, with what of it is shown. */
export interface Compiled {
  readonly selection: Selection;
  readonly compilation: Compilation;
  /** Every text of the workspace, by its path there. */
  readonly texts: readonly SourceText[];
  /** Findings about the selection; paths as seen from where the command runs. */
  readonly findings: readonly Diagnostic[];
  /** The texts that the findings point into, under the same paths. */
  readonly files: readonly SourceText[];
}

/** Reads and compiles one workspace, with `replaced` in the place of the file of its path. */
export function compiledWorkspace(
  selection: Selection,
  today: string,
  session: Session,
  replaced?: SourceText,
): Compiled {
  const { files, assets, leftOut } = readWorkspace(selection.root);
  for (const path of leftOut) {
    session.note(`note: ${selection.prefix}${path} is larger than 64 megabytes and was not read\n`);
  }
  const texts =
    replaced === undefined ? files : [...files.filter((file) => file.path !== replaced.path), replaced];
  const compilation = compile({ files: texts, assets, today });
  const campaigns = new Map(compilation.workspace.campaigns.map(({ id, file }) => [id, file]));
  return {
    selection,
    compilation,
    texts,
    findings: shownFrom(selected(compilation.findings, campaigns, selection), selection.prefix),
    files: textsFrom(texts, selection.prefix),
  };
}
