import { join } from "node:path";
import {
  type Channel,
  callsChannel,
  fhirChannel,
  filesChannel,
  jsonGateway,
  lettersChannel,
  smsChannel,
  smtpChannel,
  twilioGateway,
} from "../../delivery/index.ts";
import { Problem } from "../../host/index.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Ways that each channel can go; the first is taken where the environment names no other. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  sms: ["http", "twilio", "files", "fhir"],
  email: ["smtp", "files", "fhir"],
  letter: ["pdf", "files", "fhir"],
  phone: ["worklist", "files", "fhir"],
  portal: ["fhir", "files"],
};

export interface WaysAsked {
  /** `channel=way`. */
  readonly via: readonly string[];
  /** Absolute path of the folder for files. */
  readonly out: string;
  /** ISO date of the run. */
  readonly day: string;
  readonly env: Environment;
}

/**
 * The ways by which messages leave, one for each channel of the plans. Credentials come from the environment alone, where
 * neither a commit nor a list of processes shows them.
 *
 * @throws Problem for a way that does not exist, and for one that lacks its settings
 */
export function waysOf(channels: ReadonlySet<string>, asked: WaysAsked): ReadonlyMap<string, Channel> {
  const chosen = new Map(asked.via.map((choice) => choiceOf(choice)));
  const shared = new Map<string, Channel>();
  const once = (name: string, make: () => Channel) => {
    const made = shared.get(name) ?? make();
    shared.set(name, made);
    return made;
  };
  return new Map(
    [...channels].map((channel) => {
      const way = chosen.get(channel) ?? usualWay(channel, asked.env);
      switch (way) {
        case "http":
          return [channel, httpGateway(asked.env)];
        case "twilio":
          return [channel, twilio(asked.env)];
        case "smtp":
          return [channel, smtp(asked.env)];
        case "pdf":
          return [channel, lettersChannel(join(asked.out, "letters")) as Channel];
        case "worklist":
          return [channel, callsChannel(join(asked.out, "calls"), asked.day) as Channel];
        case "fhir":
          return [channel, once("fhir", () => fhirChannel(join(asked.out, "fhir")))];
        default:
          return [channel, once("files", () => filesChannel(join(asked.out, "messages.jsonl")))];
      }
    }),
  );
}

function choiceOf(choice: string): readonly [channel: string, way: string] {
  const [channel = "", way = ""] = choice.split("=");
  const ways = WAYS[channel];
  if (ways === undefined)
    throw new Problem(
      `--via says "${choice}", and there is no channel ${channel}.`,
      `Channels: ${Object.keys(WAYS).join(", ")}.`,
    );
  if (!ways.includes(way))
    throw new Problem(
      `--via says "${choice}", and ${channel} does not go by "${way}".`,
      `Ways of ${channel}: ${ways.join(", ")}.`,
    );
  return [channel, way];
}

function usualWay(channel: string, env: Environment): string {
  if (channel === "sms" && env.RECARE_TWILIO_ACCOUNT) return "twilio";
  return WAYS[channel]?.[0] ?? "files";
}

function httpGateway(env: Environment): Channel {
  const url = needed(env, "RECARE_SMS_URL", "texts", "sms=files hands them to another system");
  const token = needed(env, "RECARE_SMS_TOKEN", "texts", "sms=files hands them to another system");
  return gatewayAt(() => smsChannel(jsonGateway({ url, token, from: env.RECARE_SMS_FROM })) as Channel);
}

function twilio(env: Environment): Channel {
  const [account, token, from] = ["RECARE_TWILIO_ACCOUNT", "RECARE_TWILIO_TOKEN", "RECARE_TWILIO_FROM"].map(
    (name) => needed(env, name, "texts by Twilio", "sms=files hands them to another system"),
  );
  const url = env.RECARE_TWILIO_URL;
  return gatewayAt(
    () =>
      smsChannel(
        twilioGateway({ url, account: account ?? "", token: token ?? "", from: from ?? "" }),
      ) as Channel,
  );
}

function gatewayAt(make: () => Channel): Channel {
  try {
    return make();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Problem(`The text gateway's address cannot be used: ${why}.`, "Give its https address.");
  }
}

function smtp(env: Environment): Channel {
  const host = needed(env, "RECARE_SMTP_HOST", "mail", "email=files hands it to another system");
  const tls = env.RECARE_SMTP_TLS || "starttls";
  if (tls !== "starttls" && tls !== "implicit")
    throw new Problem(
      `RECARE_SMTP_TLS says "${tls}".`,
      'Write "starttls" (port 587) or "implicit" (port 465).',
    );
  const written = env.RECARE_SMTP_PORT || (tls === "implicit" ? "465" : "587");
  const port = Number(written);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Problem(`RECARE_SMTP_PORT says "${written}".`, "Write the port's number.");
  const [user, password] = [env.RECARE_SMTP_USER || undefined, env.RECARE_SMTP_PASSWORD || undefined];
  return smtpChannel({ host, port, implicitTls: tls === "implicit", user, password }) as Channel;
}

function needed(env: Environment, name: string, what: string, instead: string): string {
  const value = env[name];
  if (value) return value;
  throw new Problem(
    `The plan sends ${what}, and ${name} is not set.`,
    `Set it in the environment (docs/adapters.md), or --via ${instead}.`,
  );
}
