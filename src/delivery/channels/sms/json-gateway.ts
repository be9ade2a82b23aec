import { type Gateway, member } from "./gateway.ts";

/**
 * The contract of docs/adapters.md: JSON `{to, from, text, reference}` with a bearer token and an Idempotency-Key;
 * answered by `{id}`.
 */
export function jsonGateway(options: {
  readonly url: string;
  readonly token: string;
  readonly from: string | undefined;
}): Gateway {
  return {
    name: "sms",
    url: options.url,
    deduplicates: true,
    headers: { authorization: `Bearer ${options.token}`, "content-type": "application/json" },
    secrets: [options.token],
    body: ({ to, text }, key) =>
      JSON.stringify({ to, ...(options.from !== undefined && { from: options.from }), text, reference: key }),
    reference: (answer) => member(answer, "id"),
  };
}
