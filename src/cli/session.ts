import type { Terminal } from "../host/index.ts";
import type { ExitCode } from "./exit-codes.ts";

/** The outside world as one run of a command sees it. */
export interface Session {
  readonly version: string;
  /** Names the build and what it runs on: another one may find other things. */
  readonly build: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean | undefined };
  /** Where results go. */
  readonly stdout: Terminal;
  /** Where progress, notes and problems go. */
  readonly stderr: Terminal;
  /** Folder of the program's own files: what `init` copies from. */
  readonly home: string;
  /** Writes results. */
  print(text: string): void;
  /** Writes progress and notes. */
  note(text: string): void;
  /** Sets what the command will end with. */
  end(code: ExitCode): void;
}
