import { EVENT_KINDS, type EventKind } from "../../roster/index.ts";
import type { Instant } from "../instant.ts";

/** Something that came back, as a file tells it. */
export interface IncomingEvent {
  /** Line or record of the file, from 1: for messages. */
  readonly row: number;
  /** The sender's own number of it; else one is made of its content. */
  readonly id: string | undefined;
  readonly at: Instant;
  /** Who: a patient's id, the key of the touch that it answers, or the number or address that it came from. */
  readonly patient: string | undefined;
  readonly touch: string | undefined;
  readonly from: string | undefined;
  readonly channel: string | undefined;
  readonly campaign: string | undefined;
  /** What happened, where the file says so; else `text` is read. */
  readonly kind: EventKind | undefined;
  readonly text: string | undefined;
  readonly reason: string | undefined;
  readonly visit: string | undefined;
  readonly visitType: string | undefined;
  readonly code: string | undefined;
}

/** A record that is no event, and why. Nothing of a person is in the sentence. */
export interface UnreadableEvent {
  readonly row: number;
  readonly why: string;
}

export function isEventKind(kind: string): kind is EventKind {
  return (EVENT_KINDS as readonly string[]).includes(kind);
}
