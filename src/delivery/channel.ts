import type { Message } from "./message.ts";

/**
 * What became of one message.
 *
 * - `sent`: the other side has it, under this reference.
 * - `refused`: it will never be accepted (no such number, a blocked address), and it was not.
 * - `later`: it was not accepted, and may be when tried again.
 * - `unknown`: the line broke when it may already have been accepted.
 */
export type Sent =
  | { readonly outcome: "sent"; readonly reference: string }
  | { readonly outcome: "refused"; readonly why: string }
  | {
      readonly outcome: "later";
      readonly why: string;
      /** Nothing goes this way until somebody repairs it: a wrong password, a server that does not answer. */
      readonly halts?: boolean;
    }
  | { readonly outcome: "unknown"; readonly why: string };

/** A way to people: a gateway, a mail server, a folder of files. Secrets stay inside; no `why` ever holds one. */
export interface Channel<M extends Message = Message> {
  /** What the ledger and messages call it: `smtp`, `twilio`, `files`. */
  readonly name: string;
  /** The same message under the same key reaches the person once, however often it is sent. */
  readonly deduplicates: boolean;
  /** Why nothing can be sent now, in one sentence; nothing where the way is open. Asked before anything is claimed. */
  obstacle?(): Promise<string | undefined>;
  /** Sends one message. Never throws for what the other side does: that is an outcome. */
  send(message: M, key: string): Promise<Sent>;
  /** Everything that was sent is on disk when this returns. Channels that hand over at once have none. */
  flush?(): Promise<void>;
  close(): Promise<void>;
}
