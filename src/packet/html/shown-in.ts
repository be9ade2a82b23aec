import type { PacketChange } from "../model.ts";

/** The parts of a packet that a change can be looked up in. */
export type PacketPart =
  | "decide"
  | "findings"
  | "messages"
  | "sequence"
  | "audience"
  | "data"
  | "claims"
  | "facts"
  | "answering";

/** The first that fits the kind of a change. */
const SHOWN_IN: readonly (readonly [kind: string, part: PacketPart])[] = [
  ["copy.claim", "claims"],
  ["copy.languages", "decide"],
  ["copy", "messages"],
  ["step", "messages"],
  ["audience.consent", "facts"],
  ["audience.fields", "data"],
  ["audience", "audience"],
  ["privacy.declarations", "facts"],
  ["privacy.assumptions", "findings"],
  ["privacy", "data"],
  ["timing", "sequence"],
  ["operations", "answering"],
];

/** Where a packet shows what a change is about; under `messages` it is the change's own step. */
export function shownIn({ kind, direction }: PacketChange): PacketPart {
  // What is no more is drawn where it was.
  if (kind === "step" && direction === "REMOVED") return "sequence";
  return SHOWN_IN.find(([start]) => kind === start || kind.startsWith(`${start}.`))?.[1] ?? "decide";
}
