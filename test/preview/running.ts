import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** A preview that runs as users run it, over a copy of a workspace. */
export interface Running {
  readonly folder: string;
  /** With its token. */
  readonly url: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/** Prepares the copy before the preview starts, and gives what its environment holds besides. */
export type Prepare = (folder: string) => Readonly<Record<string, string>>;

export async function running(
  workspace: string,
  args: readonly string[] = [],
  prepare: Prepare = () => ({}),
): Promise<Running> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "recare-preview-")));
  cpSync(join(ROOT, workspace), folder, { recursive: true });
  const more = prepare(folder);
  const child = spawn(process.execPath, [join(ROOT, "bin/recare.cjs"), "preview", ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, RECARE_TODAY: "2026-11-23", ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let out = "";
    let notes = "";
    child.stderr.on("data", (chunk) => {
      notes += chunk;
    });
    child.stdout.on("data", (chunk) => {
      out += chunk;
      if (out.includes("\n")) resolve(out.split("\n")[0] ?? "");
    });
    child.once("exit", (code) => reject(new Error(`preview ended with ${code}: ${notes}`)));
  });
  return {
    folder,
    url,
    child,
    stop: async () => {
      child.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One request, with whatever headers somebody might send. */
export function asked(
  url: string,
  {
    method = "GET",
    headers = {},
    body = "",
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
