import { type Gateway, member } from "./gateway.ts";

/**
 * Twilio's Messages resource, and what is shaped like it: form-encoded, basic authentication, answered by `{sid}`.
 * Sending a message is not idempotent there (Twilio, error 20500), so a message in doubt is parked and never sent again.
 */
export function twilioGateway(options: {
  readonly url: string | undefined;
  readonly account: string;
  readonly token: string;
  /** A number (+1…) or a messaging service (MG…). */
  readonly from: string;
}): Gateway {
  const { account, token, from } = options;
  const basic = Buffer.from(`${account}:${token}`).toString("base64");
  return {
    name: "twilio",
    url:
      options.url ??
      `https://api.twilio.com/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`,
    deduplicates: false,
    headers: { authorization: `Basic ${basic}`, "content-type": "application/x-www-form-urlencoded" },
    secrets: [token, basic],
    body: ({ to, text }) =>
      new URLSearchParams({
        To: to,
        [from.startsWith("MG") ? "MessagingServiceSid" : "From"]: from,
        Body: text,
      }).toString(),
    reference: (answer) => member(answer, "sid"),
  };
}
