import type { CompiledPlan } from "./plan/index.ts";
import type { Diagnostic, SourceText } from "./source/index.ts";
import type { Workspace } from "./model/index.ts";

export interface CompileInput {
  /** Every text of the workspace: YAML, partials. Paths are relative to the workspace, with forward slashes. */
  readonly files: readonly SourceText[];
  /** SHA-256 (hex) of every other file, by path: evidence that claims rest on. */
  readonly assets: ReadonlyMap<string, string>;
  /** The day of the check, ISO date. */
  readonly today: string;
}

export interface Compilation {
  /** Sorted: by file, place, severity, code. */
  readonly findings: readonly Diagnostic[];
  readonly workspace: Workspace;
  /** One for each campaign without an error. */
  readonly plans: readonly CompiledPlan[];
}
