import type { IsoDate } from "../calendar/index.ts";

/** What must hold of every touch, and of everybody. */
export const PROPERTIES = [
  "never after a stop",
  "never without consent",
  "never outside the window",
  "never above a cap",
  "never above the pace",
  "never above the capacity",
  "never two to one phone on a day",
  "never to a minor",
  "one decision for everybody at every tick",
  "everyone ends somewhere",
] as const;
export type Property = (typeof PROPERTIES)[number];

/** A property that did not hold: whom, when, and which part of the plan says otherwise. */
export interface Failure {
  readonly property: Property;
  readonly day: IsoDate;
  /** The record's number; nothing where it is about all of them. */
  readonly patient: string | null;
  readonly step: string | null;
  /** In one sentence. */
  readonly what: string;
  /** JSON Pointer into the plan: what it breaks. */
  readonly pointer: string;
}
