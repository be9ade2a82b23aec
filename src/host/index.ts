export { dayOfCheck } from "./clock.ts";
export { type FoundWorkspace, findWorkspace, shownPath } from "./find-workspace.ts";
export { GithubPulls } from "./github-pulls.ts";
export { KeptFile } from "./kept-file.ts";
export { Problem, problemOf, systemCode } from "./problem.ts";
export { readRevision } from "./read-revision.ts";
export { readText, readWorkspace, type WorkspaceOnDisk } from "./read-workspace.ts";
export { PAGE_COLUMNS, type Terminal, terminalOf } from "./terminal.ts";
export { removeFile, writeFile } from "./write-file.ts";
