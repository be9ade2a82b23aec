import type { ExitCode } from "../../src/cli/exit-codes.ts";
import type { Session } from "../../src/cli/session.ts";

/** A session in memory, with what the command wrote and ended with. */
export function session(
  input = "",
): Session & { readonly said: { out: string; err: string; code: ExitCode } } {
  const said: { out: string; err: string; code: ExitCode } = { out: "", err: "", code: 0 };
  return {
    version: "0.0.0",
    build: "0.0.0",
    cwd: "/",
    env: {},
    now: new Date("2026-11-23T12:00:00Z"),
    stdin: chunksOf(input),
    stdout: { colour: false, columns: 100 },
    stderr: { colour: false, columns: 100 },
    home: "/",
    said,
    print: (text) => {
      said.out += text;
    },
    note: (text) => {
      said.err += text;
    },
    end: (code) => {
      said.code = code;
    },
  };
}

/** In pieces that end in the middle of characters and lines. */
async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text, "utf8");
  for (let i = 0; i < bytes.length; i += 7) yield bytes.subarray(i, i + 7);
}
