import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** Something that came in, by the key of its touch, and when: milliseconds since 1970. */
export interface Received {
  readonly key: string;
  readonly at: number;
}

/** What the other side took, in the order in which it came: the only witness that counts. */
export interface Journal {
  readonly mails: Received[];
  /** Texts that were accepted, each key once. */
  readonly texts: Received[];
  /** Keys that came again, and were answered as the first time. */
  readonly repeated: Received[];
  /** Keys that came again with other words. */
  readonly changed: string[];
}

/** A mail server and a text gateway that outlive every crash of the dispatcher. */
export async function receivers() {
  const journal: Journal = { mails: [], texts: [], repeated: [], changed: [] };
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, _session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const key =
          /^Message-ID:\s+<([^@>]+)@/im.exec(Buffer.concat(chunks).toString("latin1"))?.[1] ?? "none";
        journal.mails.push({ key, at: Date.now() });
        callback();
      });
    },
  });
  // A client that is killed breaks its connections; that is not the server's failure.
  smtp.on("error", () => undefined);
  const accepted = new Map<string, { readonly id: string; readonly body: string }>();
  const http = createServer((request, response) => {
    let body = "";
    request.on("error", () => undefined);
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const key = String(request.headers["idempotency-key"]);
      const before = accepted.get(key);
      if (before !== undefined) {
        journal.repeated.push({ key, at: Date.now() });
        if (before.body !== body) journal.changed.push(key);
        return void response.end(JSON.stringify({ id: before.id }));
      }
      const id = `SM${accepted.size + 1}`;
      accepted.set(key, { id, body });
      journal.texts.push({ key, at: Date.now() });
      // Every 37th answer comes after the gateway itself said that it is busy.
      if (accepted.size % 37 === 0) return void response.writeHead(503).end();
      response.end(JSON.stringify({ id }));
    });
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  return {
    journal,
    smtpPort: (smtp.server.address() as AddressInfo).port,
    smsUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}/`,
    async close() {
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
    },
  };
}
