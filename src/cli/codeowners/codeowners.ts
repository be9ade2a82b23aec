import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { isInRepository, Problem, readText, readWorkspace, revisionOf, writeFile } from "../../host/index.ts";
import { bindTrust } from "../../model/index.ts";
import { loadWorkspace } from "../../workspace/index.ts";
import { onlyWorkspace } from "../check/selection.ts";
import { EXIT } from "../exit-codes.ts";
import type { Session } from "../session.ts";
import type { CodeownersFlags } from "./command.ts";
import { codeownersText } from "./text.ts";

/**
 * `recare codeowners`: who is asked to review which files, from `trust/`.
 *
 * @throws Problem where no role has a team, or trust/ has an error
 */
export function codeowners(
  path: string | undefined,
  { output, check }: CodeownersFlags,
  session: Session,
): void {
  const { root } = onlyWorkspace(path === undefined ? [] : [path], session.cwd);
  const loaded = loadWorkspace(readWorkspace(root).files);
  const wrong = loaded.diagnostics.find(
    ({ at, severity }) => severity === "error" && at.file.startsWith("trust/"),
  );
  if (wrong !== undefined)
    throw new Problem(
      `${wrong.at.file} has an error: ${wrong.message}.`,
      "Run recare check, and mend it first.",
    );
  const policy = bindTrust(loaded.value);
  if (policy.teams.size === 0) {
    throw new Problem(
      "trust/roles.yaml names no teams, so there is nobody to ask.",
      'Write them under teams, by role: clinical: "@maple-health/clinical"',
    );
  }
  const folder = isInRepository(root) ? revisionFolder(root) : "";
  const text = codeownersText(policy, folder);
  if (check !== undefined) checked(check, text, session);
  else if (output === undefined) session.print(text);
  else writeFile(resolve(session.cwd, output), text, output);
}

function checked(file: string, text: string, session: Session): void {
  const full = resolve(session.cwd, file);
  if (existsSync(full) && readText(full, file) === text) {
    session.print(`${file} is up to date\n`);
    return;
  }
  session.print(
    `${file} ${existsSync(full) ? "is not what trust/ says" : "does not exist"}. Write it: recare codeowners --output ${file}\n`,
  );
  session.end(EXIT.findings);
}

/** The workspace as its repository knows it; a repository without a commit knows nothing, and asks for nobody. */
function revisionFolder(root: string): string {
  return revisionOf(root, "HEAD").folder;
}
