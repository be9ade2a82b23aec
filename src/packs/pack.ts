import type { IsoDate } from "../calendar/index.ts";
import type { Basis, PackName } from "../source/index.ts";
import type { LimitName } from "./limits.ts";
import type { LimitValue } from "./value.ts";

/** Two letters: `FL`. */
export type StateCode = string;

/** One limit as a rule book sets it, with what it rests on. */
export interface PackEntry {
  readonly limit: LimitName;
  /** Nothing where it holds in every state. */
  readonly state: StateCode | undefined;
  readonly value: LimitValue;
  readonly cites: readonly string[];
  /** The day on which the source was last looked at. */
  readonly asOf: IsoDate;
  readonly confidence: Basis["confidence"];
  /** What was read: the statute, an agency's page, tables of vendors. */
  readonly source: string;
}

/** A rule book: law, carriers' rules and practice as data. */
export interface Pack {
  readonly name: PackName;
  readonly title: string;
  readonly asOf: IsoDate;
  readonly entries: readonly PackEntry[];
}
