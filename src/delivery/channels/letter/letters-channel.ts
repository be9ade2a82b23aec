import { closeSync, existsSync, fdatasyncSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Channel } from "../../channel.ts";
import type { LetterMessage } from "../../message.ts";
import { letterPdf, UnprintableLetter } from "./pdf.ts";

/** Letters as PDF files for a printer, one a touch, named after it; a letter that is there already is not written again. */
export function lettersChannel(folder: string): Channel<LetterMessage> {
  mkdirSync(folder, { recursive: true });
  return {
    name: "letters",
    deduplicates: true,
    async send(letter, key) {
      const name = `${letter.campaign}-${letter.step}-${key.replace(/[^0-9A-Za-z-]/g, "").slice(0, 64)}.pdf`;
      const path = join(folder, name);
      if (existsSync(path)) return { outcome: "sent", reference: name };
      try {
        writeWhole(path, await letterPdf(letter));
      } catch (error) {
        if (error instanceof UnprintableLetter) return { outcome: "refused", why: error.message };
        throw error;
      }
      return { outcome: "sent", reference: name };
    },
    close: async () => undefined,
  };
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const part = `${path}.part`;
  const file = openSync(part, "w", 0o600);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
}
