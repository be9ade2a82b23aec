import type { Database } from "../../../src/database/index.ts";
import type { Channel } from "../../../src/delivery/index.ts";

/** What a dispatcher could do wrong. Each must be found, or the promise is not held against anything. */
export type Fault =
  | "mail in doubt is sent again"
  | "claims are lost"
  | "settled before it is sent"
  | "stops are passed over";

/** A dispatcher's ways and ledger with a fault; as they are where there is none. */
export async function faulty(
  fault: Fault | null,
  db: Database,
  channels: ReadonlyMap<string, Channel>,
): Promise<ReadonlyMap<string, Channel>> {
  switch (fault) {
    case null:
      return channels;
    case "mail in doubt is sent again":
      return each(channels, (way) => ({ ...way, deduplicates: true }));
    case "claims are lost":
      await db.run(
        "DELETE FROM sent_words WHERE touch_key IN (SELECT touch_key FROM ledger WHERE state = 'claimed')",
      );
      await db.run("DELETE FROM ledger WHERE state = 'claimed'");
      return channels;
    case "settled before it is sent":
      return each(channels, sendingLate);
    case "stops are passed over":
      for (const table of ["events", "consents"])
        await db.run(`CREATE OR REPLACE VIEW ${table} AS SELECT * FROM exported_${table}`);
      return channels;
  }
}

function each(channels: ReadonlyMap<string, Channel>, change: (way: Channel) => Channel) {
  return new Map([...channels].map(([name, way]) => [name, change(way)]));
}

function sendingLate(way: Channel): Channel {
  return {
    ...way,
    async send(message, key) {
      setTimeout(() => void way.send(message, key), 1000);
      return { outcome: "sent", reference: key };
    },
  };
}
