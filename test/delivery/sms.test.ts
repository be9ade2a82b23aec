import { afterEach, describe, expect, it } from "vitest";
import {
  jsonGateway,
  type Patience,
  type SmsMessage,
  smsChannel,
  twilioGateway,
} from "../../src/delivery/index.ts";
import { type Answer, httpGateway } from "./servers.ts";

const MESSAGE: SmsMessage = {
  touch: "key-1",
  campaign: "missed-visit",
  step: "text-1",
  patient: "p-1",
  anchor: "v-1",
  recipient: "patient",
  language: "en",
  arm: "a",
  channel: "sms",
  to: "+12175550123",
  text: "Maple Health: Hello. Ñandú & more",
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function sending(answers: readonly Answer[], kind: "json" | "twilio" = "json") {
  const gateway = await httpGateway(answers);
  closing.push(gateway.close);
  const waits: number[] = [];
  const patience: Patience = {
    attempts: 4,
    firstWait: 10,
    longestWait: 60_000,
    sleep: async (milliseconds) => void waits.push(milliseconds),
  };
  const made =
    kind === "json"
      ? jsonGateway({ url: gateway.url, token: "s3cr3t-token", from: "+12175550100" })
      : twilioGateway({ url: gateway.url, account: "AC1", token: "s3cr3t-token", from: "MG7" });
  const sent = await smsChannel(made, patience).send(MESSAGE, "key-1");
  return { sent, waits, posted: gateway.posted };
}

describe("the documented contract", () => {
  it("posts JSON with a bearer token and the key", async () => {
    const { sent, posted } = await sending([{ status: 201, body: '{"id": "SM-9"}' }]);
    expect(sent).toEqual({ outcome: "sent", reference: "SM-9" });
    expect(posted[0]?.headers).toMatchObject({
      authorization: "Bearer s3cr3t-token",
      "idempotency-key": "key-1",
      "content-type": "application/json",
    });
    expect(JSON.parse(posted[0]?.body ?? "")).toEqual({
      to: "+12175550123",
      from: "+12175550100",
      text: MESSAGE.text,
      reference: "key-1",
    });
  });

  it("waits as long as it is asked to, and tries again under the same key", async () => {
    const { sent, waits, posted } = await sending([
      { status: 429, headers: { "retry-after": "7" } },
      { status: 503 },
      { status: 200, body: '{"id": 5}' },
    ]);
    expect(sent).toEqual({ outcome: "sent", reference: "5" });
    expect(waits).toEqual([7000, 20]);
    expect(posted.map(({ headers }) => headers["idempotency-key"])).toEqual(["key-1", "key-1", "key-1"]);
  });

  it("leaves a message for later rather than wait an hour", async () => {
    const { sent, waits } = await sending([{ status: 429, headers: { "retry-after": "3600" } }]);
    expect(sent).toMatchObject({ outcome: "later" });
    expect(waits).toEqual([]);
  });

  it.each([400, 402, 422])("takes %d for a refusal, at once", async (status) => {
    const { sent, posted } = await sending([{ status, body: '{"message": "number is not in service"}' }]);
    expect(sent).toMatchObject({ outcome: "refused", why: expect.stringContaining("not in service") });
    expect(posted).toHaveLength(1);
  });

  it.each([401, 403, 404])("stops everything at %d", async (status) => {
    const { sent, posted } = await sending([{ status }]);
    expect(sent).toMatchObject({ outcome: "later", halts: true });
    expect(posted).toHaveLength(1);
  });

  it("follows no redirection with its token", async () => {
    const elsewhere = await httpGateway([{ status: 200, body: '{"id": 1}' }]);
    closing.push(elsewhere.close);
    const { sent } = await sending([{ status: 302, headers: { location: elsewhere.url } }]);
    expect(sent).toMatchObject({ outcome: "later", halts: true });
    expect(elsewhere.posted).toEqual([]);
  });

  it.each([408, 409])("asks again under the same key after %d", async (status) => {
    const { sent, posted } = await sending([{ status }, { status: 200, body: '{"id": 6}' }]);
    expect(sent).toEqual({ outcome: "sent", reference: "6" });
    expect(posted.map(({ headers }) => headers["idempotency-key"])).toEqual(["key-1", "key-1"]);
  });

  it.each([429, 401, 400])("stays in doubt about what broke before %d", async (status) => {
    const { sent } = await sending([{ status: 500 }, { status, headers: { "retry-after": "3600" } }]);
    expect(sent).toMatchObject({ outcome: "unknown", why: expect.stringContaining("500") });
  });

  it("is in doubt when the line breaks every time", async () => {
    const { sent, posted } = await sending([{ status: 0, hangsUp: true }]);
    expect(sent).toMatchObject({ outcome: "unknown" });
    expect(posted).toHaveLength(4);
  });
});

describe("Twilio", () => {
  it("posts a form with basic authentication", async () => {
    const { sent, posted } = await sending(
      [{ status: 201, body: '{"sid": "SM1", "status": "queued"}' }],
      "twilio",
    );
    expect(sent).toEqual({ outcome: "sent", reference: "SM1" });
    expect(posted[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from("AC1:s3cr3t-token").toString("base64")}`,
    );
    expect(Object.fromEntries(new URLSearchParams(posted[0]?.body))).toEqual({
      To: "+12175550123",
      MessagingServiceSid: "MG7",
      Body: MESSAGE.text,
    });
  });

  it.each([{ status: 500 }, { status: 408 }, { status: 0, hangsUp: true }])(
    "is never asked twice after %j",
    async (answer) => {
      const { sent, posted } = await sending([answer], "twilio");
      expect(sent).toMatchObject({ outcome: "unknown" });
      expect(posted).toHaveLength(1);
    },
  );

  it("is asked again when it says that it did not take the message", async () => {
    const { sent, posted } = await sending(
      [{ status: 429 }, { status: 201, body: '{"sid": "SM2"}' }],
      "twilio",
    );
    expect(sent).toMatchObject({ outcome: "sent" });
    expect(posted).toHaveLength(2);
  });
});

it.each(["json", "twilio"] as const)("%s: no secret, number or text comes back in a reason", async (kind) => {
  const basic = Buffer.from("AC1:s3cr3t-token").toString("base64");
  const body = `token s3cr3t-token, ${basic}, ${encodeURIComponent(MESSAGE.to)} ${MESSAGE.to} ${MESSAGE.text}\n\u001b[31m`;
  for (const status of [400, 401, 500]) {
    const { sent } = await sending([{ status, body }], kind);
    const written = JSON.stringify(sent);
    for (const hidden of ["s3cr3t", ...(kind === "twilio" ? [basic] : []), "5550123", "Ñandú", "\\u001b"])
      expect(written).not.toContain(hidden);
    expect(written).toContain("(hidden)");
  }
});

it("asks no gateway over plain http", () => {
  expect(() =>
    smsChannel(jsonGateway({ url: "http://sms.example/send", token: "token-1", from: undefined })),
  ).toThrow(/https/);
});

it("says that nobody listens, and that all must wait", async () => {
  const gateway = await httpGateway([]);
  await gateway.close();
  const channel = smsChannel(jsonGateway({ url: gateway.url, token: "token-1", from: undefined }), {
    attempts: 2,
    firstWait: 1,
    longestWait: 10,
    sleep: async () => undefined,
  });
  expect(await channel.send(MESSAGE, "k")).toEqual({
    outcome: "later",
    why: "sms did not answer: ECONNREFUSED",
    halts: true,
  });
});
