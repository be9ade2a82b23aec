import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Problem, problemOf } from "../../host/index.ts";
import { type Trust, trustOf } from "../../review/index.ts";
import type { Session } from "../session.ts";

const FILES = ["roles.yaml", "required.yaml", "allowed_signers", "revoked"];

/**
 * Whose word counts, from the runner's own folder.
 *
 * @throws Problem where no folder is named, or what it holds cannot be read: then nobody is trusted, and nothing is sent
 */
export function trustIn(folder: string | undefined, session: Session): Trust {
  if (folder === undefined) {
    throw new Problem(
      "Nothing is sent without a folder that says whose signatures count.",
      "Name your own copy, which no change of a campaign can touch: --trust /etc/recare/trust",
    );
  }
  const full = resolve(session.cwd, folder);
  const files = FILES.filter((name) => existsSync(join(full, name))).map((name) => {
    try {
      return { path: `trust/${name}`, text: readFileSync(join(full, name), "utf8") };
    } catch (error) {
      throw problemOf(error, `read ${join(folder, name)}`);
    }
  });
  if (files.length === 0)
    throw new Problem(
      `${folder} says of nobody what they may sign.`,
      "Give the folder that holds roles.yaml and allowed_signers.",
    );
  const { value, diagnostics, mistakes } = trustOf(files);
  const [wrong] = [...mistakes.map(({ message }) => message), ...diagnostics.map(({ message }) => message)];
  if (wrong !== undefined)
    throw new Problem(`${folder} cannot be relied on: ${wrong}.`, "Repair it; until then nothing is sent.");
  return value;
}
