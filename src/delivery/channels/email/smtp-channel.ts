import { createTransport } from "nodemailer";
import type { Channel, Sent } from "../../channel.ts";
import type { EmailMessage } from "../../message.ts";
import { redacted } from "../redact.ts";

export interface SmtpOptions {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (port 465); else STARTTLS is required, unless the server is this computer. */
  readonly implicitTls: boolean;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** Connections at a time. */
  readonly connections?: number;
}

/** Milliseconds for a connection, a greeting, and silence: claim to send is bounded by them. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Mail by SMTP. No server can be asked whether it has a message already, so one in doubt is parked, never sent again:
 * nothing here tries a second time, and nodemailer's own requeuing is off.
 */
export function smtpChannel(options: SmtpOptions): Channel<EmailMessage> {
  const { host, port, implicitTls, user, password } = options;
  const isHere = ["localhost", "127.0.0.1", "::1"].includes(host);
  const transport = createTransport({
    host,
    port,
    secure: implicitTls,
    requireTLS: !implicitTls && !isHere,
    ignoreTLS: !implicitTls && isHere,
    ...(user !== undefined && { auth: { user, pass: password ?? "" } }),
    pool: true,
    maxConnections: options.connections ?? 4,
    maxMessages: 500,
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...TIMEOUTS,
  });
  const secrets = [password ?? "", user ?? ""];
  return {
    name: "smtp",
    deduplicates: false,
    async obstacle() {
      try {
        await transport.verify();
        return undefined;
      } catch (error) {
        return redacted(`the mail server ${host} cannot be used: ${messageOf(error)}`, secrets);
      }
    },
    async send(message, key) {
      if (!ADDRESS.test(message.to)) return { outcome: "refused", why: "the address is no mail address" };
      try {
        const { response, messageId } = await transport.sendMail(mailOf(message, key));
        return { outcome: "sent", reference: redacted(`${messageId} ${response}`, [message.to]) };
      } catch (error) {
        return outcomeOf(error, [...secrets, message.to]);
      }
    },
    close: async () => transport.close(),
  };
}

/** One address of RFC 5321 without quotes and comments: what could be read as a second recipient is none. */
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\p{L}\p{N}-]{1,64}@[A-Za-z0-9\p{L}\p{N}.-]{1,253}$/u;

function mailOf(message: EmailMessage, key: string) {
  const { to, from, subject, text, html, unsubscribe, language } = message;
  return {
    from,
    to: { name: "", address: to },
    subject,
    text,
    html,
    messageId: messageId(message, key),
    headers: {
      "Content-Language": language,
      // RFC 8058: both headers, so that one click ends it and no scanner that opens links does.
      ...(unsubscribe !== null && {
        "List-Unsubscribe": { prepared: true, value: `<${unsubscribe}>` },
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  };
}

/** The same touch has the same Message-ID, so that a mail can be found again in anybody's logs. */
function messageId({ from: { address } }: EmailMessage, key: string): string {
  return `<${key}@${address.slice(address.lastIndexOf("@") + 1)}>`;
}

/** What a failed attempt means. Whatever is not surely unaccepted is in doubt. */
function outcomeOf(error: unknown, hidden: readonly string[]): Sent {
  const code = text(error, "code");
  const command = text(error, "command");
  const reply = Number(text(error, "responseCode"));
  const why = redacted(messageOf(error), hidden);
  if (code === "EAUTH" || code === "EDNS" || text(error, "syscall") === "connect")
    return { outcome: "later", why, halts: true };
  // A reply to the envelope or to the whole message is the server's word that it does not take it.
  if (code === "EENVELOPE" || code === "EMESSAGE") {
    if (reply >= 500)
      return command === "MAIL FROM" ? { outcome: "later", why, halts: true } : { outcome: "refused", why };
    if (reply >= 400) return { outcome: "later", why };
  }
  if (code === "EENVELOPE" && command === "API") return { outcome: "refused", why };
  return { outcome: "unknown", why };
}

function text(error: unknown, name: string): string {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
  return value === undefined ? "" : String(value);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
