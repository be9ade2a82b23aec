import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { text as allOf } from "node:stream/consumers";
import { writeLedger } from "./ledger.ts";

/**
 * A command-line story: prose, the workspace that it plays in, a ledger of weeks of one of its campaigns, files that it adds, and commands with what they print.
 *
 *     A campaign that names a diagnosis does not pass.
 *     workspace: examples/hello-world
 *     ledger: hello-world
 *
 *     == file extra.yaml
 *     campaign: extra
 *     ==
 *
 *     $ recare check
 *     No findings in 6 files
 *     [0]
 *
 * What a command writes to standard error stands after its output, each line behind `! `; an exit code other than 0
 * stands last, in brackets. Prose between commands begins with `> `.
 */
export interface Sandbox {
  readonly folder: string;
  /** Runs a line of shell in it, and gives what a story shows beneath that line. */
  run(command: string): Promise<readonly string[]>;
  close(): void;
}

const ROOT = resolve(import.meta.dirname, "../..");

/** The day on which every story plays. */
export const TODAY = "2026-11-23";

/** A folder of its own, with a copy of a workspace of this repository where one is named. */
export function sandbox(workspace?: string): Sandbox {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "recare-story-")));
  const folder = join(home, "work");
  const programs = join(home, "bin");
  mkdirSync(programs);
  symlinkSync(join(ROOT, "bin/recare.cjs"), join(programs, "recare"));
  if (workspace === undefined) mkdirSync(folder);
  else cpSync(join(ROOT, workspace), folder, { recursive: true });
  const env = {
    PATH: `${programs}:${dirname(process.execPath)}:${process.env.PATH ?? ""}`,
    HOME: home,
    XDG_CACHE_HOME: join(ROOT, "node_modules/.cache"),
    RECARE_TODAY: TODAY,
  };
  const readable = (text: string) => text.replaceAll(home, "~").replaceAll(ROOT, "<repository>");
  return {
    folder,
    async run(command) {
      const shell = spawn("sh", ["-c", command], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
      const ended = new Promise<number | null>((resolve) => shell.on("close", resolve));
      const [stdout, stderr, status] = await Promise.all([allOf(shell.stdout), allOf(shell.stderr), ended]);
      return [
        ...linesOf(readable(stdout)),
        ...linesOf(readable(stderr)).map((line) => `! ${line}`.trimEnd()),
        ...(status === 0 ? [] : [`[${status}]`]),
      ];
    },
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** Plays a story and gives it back with what its commands print now. */
export async function played(story: string): Promise<string> {
  const workspace = /^workspace: (.+)$/m.exec(story)?.[1];
  if (workspace !== undefined && !existsSync(join(ROOT, workspace)))
    throw new Error(`no workspace ${workspace}`);
  const ledger = /^ledger: (.+)$/m.exec(story)?.[1];
  const stage = sandbox(workspace);
  try {
    if (ledger !== undefined) await writeLedger(join(stage.folder, "recare-ledger.duckdb"), ledger, TODAY);
    return (await rewritten(story.split("\n"), stage)).join("\n");
  } finally {
    stage.close();
  }
}

/**
 * Plays the commands of every ```console block of a page; `<!-- workspace: … -->` says where, and a block below
 * `<!-- write: path -->` is written there first.
 */
export async function playedPage(page: string): Promise<string> {
  const workspace = /^<!-- workspace: (\S+) -->$/m.exec(page)?.[1];
  const stage = sandbox(workspace);
  let shown = "";
  let from = 0;
  try {
    const blocks = /^(?:<!-- write: (\S+) -->\n```\w+|```console)\n(.*?)^```$/gms;
    for (const { index, 0: whole, 1: path, 2: block = "" } of page.matchAll(blocks)) {
      if (path !== undefined) {
        mkdirSync(dirname(join(stage.folder, path)), { recursive: true });
        writeFileSync(join(stage.folder, path), block);
        continue;
      }
      const lines = await rewritten(block.trimEnd().split("\n"), stage);
      shown += `${page.slice(from, index)}\`\`\`console\n${lines.join("\n").trimEnd()}\n\`\`\``;
      from = index + whole.length;
    }
    return shown + page.slice(from);
  } finally {
    stage.close();
  }
}

async function rewritten(lines: readonly string[], stage: Sandbox): Promise<readonly string[]> {
  const shown: string[] = [];
  let isOutput = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? "";
    const path = /^== file (\S+)$/.exec(line)?.[1];
    if (path !== undefined) {
      const end = lines.indexOf("==", i);
      if (end === -1) throw new Error(`the file ${path} of this story has no end: write == after it`);
      mkdirSync(dirname(join(stage.folder, path)), { recursive: true });
      writeFileSync(join(stage.folder, path), `${lines.slice(i + 1, end).join("\n")}\n`);
      shown.push(...(isOutput ? [""] : []), ...lines.slice(i, end + 1), "");
      isOutput = false;
      i = lines[end + 1] === "" ? end + 1 : end;
    } else if (line.startsWith("$ ")) {
      if (isOutput) shown.push("");
      shown.push(line, ...(await stage.run(line.slice(2))));
      isOutput = true;
    } else if (line.startsWith("> ")) {
      shown.push(...(isOutput ? [""] : []), line);
      isOutput = false;
    } else if (!isOutput) shown.push(line);
  }
  return isOutput ? [...shown, ""] : shown;
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}
