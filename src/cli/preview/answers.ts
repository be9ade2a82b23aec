import type { ServerResponse } from "node:http";

/** Every answer is for this page of this browser alone, and for now. */
export const COMMON = {
  "Cache-Control": "no-store",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
} as const;

/** One whole answer, which may load nothing but what `policy` says. */
export function send(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  policy: string,
): void {
  response.writeHead(status, {
    ...COMMON,
    "Content-Type": `${type}; charset=utf-8`,
    "Content-Security-Policy": policy,
  });
  response.end(text);
}

export function refuse(response: ServerResponse, status: number, says: string): void {
  send(response, status, "text/plain", `${says}\n`, "default-src 'none'");
}
