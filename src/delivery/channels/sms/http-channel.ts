import type { Channel, Sent } from "../../channel.ts";
import type { SmsMessage } from "../../message.ts";
import { redacted } from "../redact.ts";
import { type Attempt, PATIENCE, type Patience, retryAfter, withPatience } from "../retry.ts";
import type { Gateway } from "./gateway.ts";

/** Milliseconds until an answer is given up: then nobody knows whether the message left. */
const TIMEOUT = 20_000;

/**
 * Text messages over HTTP.
 *
 * 2xx is sent · 400 to 499 is refused, except 425 and 429, which are tried again with Retry-After honoured, and
 * 401, 403, 404, 405, which say that the gateway is set up wrongly and stop everything · 5xx, broken lines, 408 and 409
 * (the key is being worked on) are tried again under the same key where the gateway deduplicates, and are in doubt where it
 * does not.
 *
 * @throws TypeError for an address that is not https, unless it is this computer's
 */
export function smsChannel(gateway: Gateway, patience: Patience = PATIENCE): Channel<SmsMessage> {
  const { protocol, hostname } = new URL(gateway.url);
  if (protocol !== "https:" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname))
    throw new TypeError(`the text gateway must be asked over https, not ${protocol}//${hostname}`);
  return {
    name: gateway.name,
    deduplicates: gateway.deduplicates,
    send(message, key) {
      let doubt: Sent | undefined;
      return withPatience(patience, async () => {
        const { result, ...next } = await attempt(gateway, message, key);
        if (result.outcome === "unknown") doubt = result;
        // That the gateway takes nothing now, or refuses, says nothing of what it may have taken a moment ago.
        return { result: result.outcome === "sent" ? result : (doubt ?? result), ...next };
      });
    },
    close: async () => undefined,
  };
}

async function attempt(gateway: Gateway, message: SmsMessage, key: string): Promise<Attempt<Sent>> {
  const hide = (text: string) => redacted(text, [...gateway.secrets, message.to, message.text]);
  let response: Response;
  let text: string;
  try {
    response = await fetch(gateway.url, {
      method: "POST",
      headers: { ...gateway.headers, "idempotency-key": key },
      body: gateway.body(message, key),
      // Where a gateway moves to, the secrets do not follow.
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT),
    });
    text = await response.text();
  } catch (error) {
    return broken(error, gateway, hide);
  }
  const { status } = response;
  const answered = hide(`${gateway.name} answered ${status}${text === "" ? "" : `: ${text}`}`);
  if (status >= 200 && status < 300) {
    const reference = gateway.reference(readJson(text)) ?? "";
    return { result: { outcome: "sent", reference: hide(reference) }, again: false };
  }
  if (status === 425 || status === 429) {
    const wait = retryAfter(response.headers.get("retry-after"), Date.now());
    return { result: { outcome: "later", why: answered }, again: true, wait };
  }
  if (status >= 500 || status === 408 || status === 409) return doubtful(answered, gateway);
  // Redirections too: no gateway's contract has them.
  if ([401, 403, 404, 405].includes(status) || status < 400)
    return { result: { outcome: "later", why: answered, halts: true }, again: false };
  return { result: { outcome: "refused", why: answered }, again: false };
}

/** No connection was made, so nothing left; else the line broke when the message may have been read. */
function broken(error: unknown, gateway: Gateway, hide: (text: string) => string): Attempt<Sent> {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const why = hide(
    `${gateway.name} did not answer: ${code || (cause instanceof Error ? cause.message : "no reason")}`,
  );
  const isUnreached = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"].includes(code);
  if (isUnreached) return { result: { outcome: "later", why, halts: true }, again: true };
  return doubtful(why, gateway);
}

function doubtful(why: string, { deduplicates }: Gateway): Attempt<Sent> {
  return { result: { outcome: "unknown", why }, again: deduplicates };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
