import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Problem, problemOf, systemCode } from "../../host/index.ts";
import { COMMON, refuse, send } from "./answers.ts";
import { atDesk } from "./at-desk.ts";
import { livePage } from "./live-page.ts";
import { RELOAD_SCRIPT } from "./reload-script.ts";
import type { SignDesk } from "./sign-desk.ts";
import { SIGN_SCRIPT } from "./sign-script.ts";
import type { Site } from "./site.ts";

export interface PreviewServer {
  /** With the token, and a slash at its end. */
  readonly url: string;
  /** Tells every open page that there is another version. */
  announce(): void;
  /** Settles when the server has stopped. */
  readonly ended: Promise<void>;
  close(): void;
}

const SCRIPTS: ReadonlyMap<string, string> = new Map([
  ["preview.js", RELOAD_SCRIPT],
  ["sign.js", SIGN_SCRIPT],
]);
const LOOPBACK = "127.0.0.1";
const TOKEN_BYTES = 24;
/** Pages that listen for saves at once. */
const MOST_LISTENERS = 64;
/** Keeps a sleeping connection from being taken for a dead one. */
const HEARTBEAT_MS = 20_000;

/**
 * Serves a site on loopback. Three things keep other pages and other people out: it listens on 127.0.0.1 alone, it
 * answers only to that name (a page elsewhere whose name is made to point here sends its own: DNS rebinding), and every
 * address begins with a token that nobody can guess.
 *
 * @param port 0 for one that is free
 * @throws Problem where the port cannot be had
 */
export async function startServer(port: number, site: () => Site, desk: SignDesk): Promise<PreviewServer> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const listeners = new Set<ServerResponse>();
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000, maxHeaderSize: 16_384 });
  const own = await listening(server, port);
  const names = new Set([`${LOOPBACK}:${own}`, `localhost:${own}`]);

  server.on("request", (request, response) => {
    const path = ownPath(request, names, token, response);
    if (path === undefined) return;
    if (path === "events") listen(response, listeners, site().version);
    else if (path === "sign" || path === "signoffs") void atDesk(path, request, response, desk);
    else {
      const script = SCRIPTS.get(path);
      if (script === undefined) show(response, site(), path, `/${token}/`);
      else send(response, 200, "text/javascript", script, "default-src 'none'");
    }
  });
  const heartbeat = setInterval(() => {
    for (const listener of listeners) listener.write(":\n\n");
  }, HEARTBEAT_MS);
  heartbeat.unref();

  return {
    url: `http://${LOOPBACK}:${own}/${token}/`,
    announce: () => {
      for (const listener of listeners) listener.write(event(site().version));
    },
    ended: new Promise((resolve) => server.once("close", resolve)),
    close: () => {
      clearInterval(heartbeat);
      server.close();
      server.closeAllConnections();
    },
  };
}

async function listening(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ port, host: LOOPBACK, exclusive: true }, resolve);
    });
  } catch (error) {
    if (systemCode(error) === "EADDRINUSE") {
      throw new Problem(`Port ${port} is taken by another program.`, "Leave --port out, or choose another.");
    }
    throw problemOf(error, `listen on port ${port}`);
  }
  const { port: own } = server.address() as AddressInfo;
  return own;
}

/** What a request asks for, behind the token; nothing where it has been refused. */
function ownPath(
  { method, headers, url = "" }: IncomingMessage,
  names: ReadonlySet<string>,
  token: string,
  response: ServerResponse,
): string | undefined {
  if (!names.has(headers.host ?? "")) {
    refuse(response, 421, "This preview answers to 127.0.0.1 alone.");
    return undefined;
  }
  const [, given = "", path] = /^\/([^/?#]*)\/([^?#]*)/.exec(url) ?? [];
  if (path === undefined || !isSame(given, token)) {
    refuse(response, 404, "There is no such page. Use the whole address that recare preview printed.");
    return undefined;
  }
  const allowed = path === "sign" ? "POST" : "GET";
  if (method !== allowed) {
    response.setHeader("Allow", allowed);
    refuse(response, 405, "Pages are only read here.");
    return undefined;
  }
  return path;
}

function show(response: ServerResponse, site: Site, path: string, root: string): void {
  const page = site.page(path);
  if (page === undefined) {
    refuse(response, 404, "There is no such page.");
    return;
  }
  const live = livePage(page.html, root, site.version, page.signs);
  send(response, page.found ? 200 : 404, "text/html", live.html, live.policy);
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Server-sent events (HTML Standard, 9.2): the version now, and again whenever there is another. */
function listen(response: ServerResponse, listeners: Set<ServerResponse>, version: string): void {
  if (listeners.size >= MOST_LISTENERS) {
    refuse(response, 503, "Too many pages are open.");
    return;
  }
  response.writeHead(200, { ...COMMON, "Content-Type": "text/event-stream" });
  response.write(`retry: 500\n${event(version)}`);
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}

function event(version: string): string {
  return `event: version\ndata: ${version}\n\n`;
}
