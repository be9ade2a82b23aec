import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** The frontend's simple query COMMIT (PostgreSQL's protocol 3.0, message Query): type, length, text, zero. */
const COMMIT = Buffer.from("Q\0\0\0\x0bCOMMIT\0", "latin1");

/** Where the line breaks: at which COMMIT of the connection, and whether the server still reads it. */
export interface Cut {
  readonly commit: number;
  readonly isRead: boolean;
}

/** A line to a PostgreSQL server that breaks while a COMMIT is on its way or being answered. */
export async function cutLine(url: string, cut: Cut) {
  const { hostname, port } = new URL(url);
  const line = createServer((client) => carry(client, connect(Number(port), hostname), cut));
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
  const ours = new URL(url);
  ours.port = String((line.address() as AddressInfo).port);
  return { url: ours.href, close: () => new Promise<void>((resolve) => line.close(() => resolve())) };
}

function carry(client: Socket, server: Socket, { commit, isRead }: Cut): void {
  let commits = 0;
  for (const [socket, other] of [
    [client, server],
    [server, client],
  ] as const) {
    socket.on("error", () => undefined);
    socket.on("close", () => other.destroy());
  }
  server.on("data", (bytes) => void (client.destroyed || client.write(bytes)));
  client.on("data", (bytes) => {
    const isLast = bytes.includes(COMMIT) && ++commits === commit;
    if (!isLast || isRead) server.write(bytes);
    if (isLast) void breakOff();
  });
  const breakOff = async () => {
    server.removeAllListeners("data");
    client.destroy();
    // The server answers into the void; what it was asked is done by then.
    await pause(isRead ? 300 : 0);
    server.destroy();
  };
}
