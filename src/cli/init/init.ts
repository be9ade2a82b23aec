import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Problem, problemOf, shownPath, writeFile } from "../../host/index.ts";
import { choices, compareText } from "../../source/index.ts";
import type { Session } from "../session.ts";

/** `recare init`: copies the workspace that ships with the program. */
export function init(folder: string, session: Session): void {
  const target = resolve(session.cwd, folder);
  const shown = shownPath(target, session.cwd);
  const source = join(session.home, "init");
  const paths = filesBelow(source);
  const inTheWay = paths.filter((path) => existsSync(join(target, path)));
  if (inTheWay.length > 0) {
    throw new Problem(
      `${shown === "." ? "This folder" : shown} already holds ${choices(inTheWay, 3)}; nothing was written.`,
      "Choose another folder: recare init my-clinic",
    );
  }
  for (const path of paths) writeFile(join(target, path), readFileSync(join(source, path), "utf8"), path);
  session.print(summary(shown, paths));
}

function summary(shown: string, paths: readonly string[]): string {
  const prefix = shown === "." ? "" : `${shown}/`;
  return `${[
    `A workspace with one campaign is in ${shown === "." ? "this folder" : shown}:`,
    "",
    ...paths.map((path) => `  ${prefix}${path}`),
    "",
    "Next:",
    `  recare check${shown === "." ? "" : ` ${shown}`}   shows what is wrong; now that is nothing`,
    `  recare build${shown === "." ? "" : ` ${shown}`}   writes the plan and the review packet`,
    `  ${prefix}recare.yaml is where your organisation's name, sender and links belong.`,
  ].join("\n")}\n`;
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => shownPath(join(entry.parentPath, entry.name), folder))
      .sort(compareText);
  } catch (error) {
    throw problemOf(error, "read the workspace that ships with Recare");
  }
}
