import type { SmsMessage } from "../../message.ts";

/** The words of one gateway's HTTP interface: how it is asked, and how its answer is read. */
export interface Gateway {
  readonly name: string;
  /** https address that messages are posted to. */
  readonly url: string;
  /** Whether it honours the header Idempotency-Key. */
  readonly deduplicates: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** Never in a log: tokens, passwords. */
  readonly secrets: readonly string[];
  body(message: SmsMessage, key: string): string;
  /** The gateway's own number of the message, from the answer's JSON; nothing where it has none. */
  reference(answer: unknown): string | undefined;
}

/** A member of a JSON answer, as text. */
export function member(answer: unknown, name: string): string | undefined {
  if (typeof answer !== "object" || answer === null) return undefined;
  const value: unknown = Reflect.get(answer, name);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
