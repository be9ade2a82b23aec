import type { Decision } from "../judge/index.ts";

/** A value of the roster as a message needs it: dates as `2026-11-23`, yes/no as `yes` or `no`. */
export type FieldValue = string | number | readonly string[];

/** What is known of one recipient, of the patient and of the record that a touch is about. */
export interface TouchRecord {
  /** By path of the field; what is missing has no entry. */
  readonly fields: ReadonlyMap<string, FieldValue>;
  /** The recipient's name for an envelope and a call list. */
  readonly name: string;
  /** Street lines, then "Springfield, IL 62701"; empty where there is no complete postal address. */
  readonly postal: readonly string[];
  readonly portal: string | undefined;
  /** Where the patient lives: two letters. Decides whether video visits can be offered. */
  readonly state: string | undefined;
  /** Id of the clinic of the record, else of the patient. */
  readonly clinic: string | undefined;
}

/** A touch that the judge decided to send. */
export type DueTouch = Pick<
  Decision,
  "campaign" | "patient_id" | "anchor_id" | "recipient" | "address" | "language" | "arm" | "segment" | "team"
> & {
  readonly touch_key: string;
  readonly step: string;
};
