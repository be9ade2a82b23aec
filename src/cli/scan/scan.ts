import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import { Problem, problemOf } from "../../host/index.ts";
import { lexicon } from "../../lexicon/index.ts";
import { renderText } from "../../report/index.ts";
import { metaOf } from "../../rules/index.ts";
import { type Diagnostic, LineIndex } from "../../source/index.ts";
import { verdict } from "../check/check.ts";
import { EXIT } from "../exit-codes.ts";
import type { Session } from "../session.ts";
import { linesOf, readAll } from "../standard-input.ts";
import { type Reading, type ScanFinding, scanMessage } from "./message.ts";

export interface ScanOptions {
  readonly language: string;
  readonly lines: boolean;
  readonly format: "text" | "json";
  readonly sender: string | undefined;
}

/** `recare scan`: checks copy that belongs to no workspace. */
export async function scan(file: string | undefined, options: ScanOptions, session: Session): Promise<void> {
  const input = inputFrom(file, session);
  const reading: Reading = { lexicon: lexicon(), language: options.language, sender: options.sender };
  try {
    if (options.format === "json" && options.lines) await scanLines(input, reading, session);
    else await scanWhole(input, file ?? "(standard input)", reading, options, session);
  } catch (error) {
    throw problemOf(error, `read ${file ?? "standard input"}`);
  }
}

function inputFrom(file: string | undefined, session: Session): AsyncIterable<Uint8Array> {
  if (file !== undefined && file !== "-") {
    const path = resolve(session.cwd, file);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) throw new Problem(`There is no file ${file}.`, "Check the path.");
    return createReadStream(path, { highWaterMark: 1 << 20 });
  }
  if (session.stdin.isTTY) {
    session.note("Type or paste the message, then press Ctrl-D.\n");
  }
  return session.stdin;
}

/** One JSON object a line, written as the lines come in: a list of any length takes the same memory. */
async function scanLines(
  input: AsyncIterable<Uint8Array>,
  reading: Reading,
  session: Session,
): Promise<void> {
  let line = 0;
  for await (const messages of linesOf(input)) {
    let written = "";
    for (const message of messages) {
      const findings = scanMessage(message, reading);
      if (findings.some(({ severity }) => severity === "error")) session.end(EXIT.findings);
      written += `${JSON.stringify({ line: ++line, findings })}\n`;
    }
    session.print(written);
  }
}

async function scanWhole(
  input: AsyncIterable<Uint8Array>,
  path: string,
  reading: Reading,
  options: ScanOptions,
  session: Session,
): Promise<void> {
  const text = await readAll(input);
  const messages = options.lines ? linesWithin(text) : [{ text: text.trimEnd(), start: 0 }];
  const found = messages.map(({ text: message, start }) => ({
    start,
    findings: scanMessage(message, reading),
  }));
  const diagnostics = found.flatMap(({ start, findings }) =>
    findings.map((it) => diagnosticOf(it, path, start)),
  );
  session.end(verdict(diagnostics, "error"));
  if (options.format === "json") {
    session.print(`${JSON.stringify({ line: 1, findings: found.flatMap(({ findings }) => findings) })}\n`);
  } else {
    session.print(renderText({ findings: diagnostics, files: [{ path, text }] }, session.stdout));
  }
}

function linesWithin(text: string): readonly { readonly text: string; readonly start: number }[] {
  const index = new LineIndex(text);
  return Array.from({ length: index.lineCount }, (_, i) => {
    const { start, end } = index.lineRange(i + 1);
    return { text: text.slice(start, end), start };
  });
}

function diagnosticOf(found: ScanFinding, file: string, offset: number): Diagnostic {
  return {
    code: found.code,
    rule: found.name,
    severity: found.severity,
    message: found.message,
    remedy: metaOf(found.name)?.remedy ?? "",
    at: { file, start: offset + found.start, end: offset + found.end },
    related: [],
  };
}
