import type { SourceText } from "../source/index.ts";
import type { YamlFile } from "../syntax/index.ts";
import type { LibraryKind } from "./kind.ts";

/** The files of a workspace by what they are, as complete as they could be read; each list in the order of paths. */
export interface LoadedWorkspace {
  /** `recare.yaml`. */
  readonly organization: YamlFile | undefined;
  readonly campaigns: readonly YamlFile[];
  /** Every kind is present, without files where the library has none. */
  readonly library: ReadonlyMap<LibraryKind, readonly YamlFile[]>;
  /** `library/partials/*.liquid`, by the name that `render` uses. */
  readonly partials: ReadonlyMap<string, SourceText>;
  readonly trust: {
    readonly roles: readonly YamlFile[];
    readonly required: readonly YamlFile[];
  };
  /** Every text of the workspace that was read, by path. */
  readonly texts: ReadonlyMap<string, SourceText>;
}
