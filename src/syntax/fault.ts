import type { RuleMeta } from "../source/index.ts";

/** What is wrong at one place of the text, before it is tied to a file. */
export interface Fault {
  readonly meta: RuleMeta;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly remedy?: string;
}
