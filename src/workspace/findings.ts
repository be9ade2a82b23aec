import type { RuleMeta } from "../source/index.ts";
import { EMPTY_FILE, MISPLACED_FILE, UNKNOWN_FILE, WORKSPACE_MISSING } from "./findings/files.ts";
import { MALFORMED_KEY, MISSING_KEY, UNKNOWN_KEY } from "./findings/keys.ts";
import {
  EMPTY_VALUE,
  MALFORMED,
  NOT_A_CHOICE,
  NOT_A_LANGUAGE,
  NOT_YES_OR_NO,
  REPEATED,
  TOO_MANY,
  WRONG_SHAPE,
} from "./findings/values.ts";

/** What may be wrong with the files of a workspace before names are bound. */
export const WORKSPACE_FINDINGS: readonly RuleMeta[] = [
  WORKSPACE_MISSING,
  UNKNOWN_FILE,
  EMPTY_FILE,
  MISPLACED_FILE,
  UNKNOWN_KEY,
  MISSING_KEY,
  WRONG_SHAPE,
  NOT_A_CHOICE,
  MALFORMED,
  MALFORMED_KEY,
  NOT_A_LANGUAGE,
  NOT_YES_OR_NO,
  EMPTY_VALUE,
  TOO_MANY,
  REPEATED,
];
