import type { Channel } from "../../channel.ts";
import type { Message } from "../../message.ts";
import { KeyedLines } from "./keyed-lines.ts";

/**
 * Messages as JSON lines, one object a message: what a dry run writes, and what another system can pick up.
 * HTML is left out of mails; it says what `text` says.
 */
export function filesChannel(path: string): Channel {
  const lines = new KeyedLines(path, keyOf);
  return {
    name: "files",
    deduplicates: true,
    async send(message, key) {
      lines.add(key, JSON.stringify(shown(message)));
      return { outcome: "sent", reference: key };
    },
    flush: async () => lines.flush(),
    close: async () => lines.close(),
  };
}

function shown(message: Message): unknown {
  if (message.channel === "email") {
    const { html: _, ...rest } = message;
    return rest;
  }
  if (message.channel === "letter" || message.channel === "portal") {
    const { body: _, ...rest } = message;
    return rest;
  }
  return message;
}

function keyOf(line: string): string | undefined {
  try {
    const { touch } = JSON.parse(line) as { touch?: unknown };
    return typeof touch === "string" ? touch : undefined;
  } catch {
    return undefined;
  }
}
