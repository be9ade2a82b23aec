import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { afterEach, expect, it } from "vitest";
import { composerOf, type EmailMessage, smtpChannel } from "../../src/delivery/index.ts";
import { planOf, recordOf, touchOf } from "./plans.ts";
import { mailServer } from "./servers.ts";

const plan = planOf("missed-visit");
const KEY = touchOf(plan, "email-1").touch_key;

function mailOf(more: Partial<EmailMessage> = {}, language = "es"): EmailMessage {
  const made = composerOf(plan)(
    touchOf(plan, "email-1", { language }),
    recordOf({ "patient.first_name": "Zoë" }),
  );
  if (made.kind !== "message" || made.message.channel !== "email") throw new Error("no mail");
  return { ...made.message, ...more };
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function sending(
  server: { port: number; close(): Promise<void> },
  mail = mailOf(),
  password = "p4ssw0rd",
) {
  closing.push(server.close);
  const channel = smtpChannel({
    host: "127.0.0.1",
    port: server.port,
    implicitTls: false,
    user: password === "" ? undefined : "clinic",
    password,
  });
  closing.push(channel.close);
  return channel.send(mail, KEY);
}

/** Unfolded headers, and the decoded parts. */
function read(mail: string) {
  const [head = ""] = mail.split("\r\n\r\n");
  const unfolded = head.replace(/\r\n[ \t]/g, " ");
  const decoded = mail
    .replace(/=\r\n/g, "")
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("=", ""), "hex").toString("utf8"));
  return { unfolded, decoded };
}

it("is one mail in two forms, with one-click unsubscribing and the touch as Message-ID", async () => {
  const server = await mailServer();
  expect(await sending(server, mailOf(), "")).toMatchObject({ outcome: "sent" });
  expect(server.mails).toHaveLength(1);
  const { unfolded, decoded } = read(server.mails[0] ?? "");
  expect(unfolded).toContain(`Message-ID: <${KEY}@maple.example>`);
  expect(unfolded).toContain(`List-Unsubscribe: <https://maple.example/stop?t=${KEY}>`);
  expect(unfolded).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(unfolded).toMatch(/^From: Maple Health <care@maple\.example>$/m);
  expect(unfolded).toMatch(/^To: ana@example\.test$/m);
  expect(unfolded).toMatch(/^Content-Type: multipart\/alternative;/m);
  expect(decoded).toContain("Hola Zoë.");
  expect(decoded).toContain("https://maple.example/r");
  expect(decoded).toContain('<html lang="es">');
});

it.each([
  { to: "ana@example.test\r\nBcc: eve@evil.example" },
  { to: "ana@example.test, eve@evil.example" },
  { to: "Eve <eve@evil.example>" },
  { to: '"ana@example.test"@evil.example' },
])("sends nothing to %j", async (more) => {
  const server = await mailServer();
  expect(await sending(server, mailOf(more), "")).toMatchObject({ outcome: "refused" });
  expect(server.mails).toEqual([]);
});

it("makes no header of a subject, a sender or an address to unsubscribe", async () => {
  const server = await mailServer();
  const evil = "x\r\nBcc: eve@evil.example\r\n\r\nbody";
  await sending(server, mailOf({ subject: evil, from: { name: evil, address: "care@maple.example" } }), "");
  const { unfolded } = read(server.mails[0] ?? "");
  expect(unfolded).not.toMatch(/^Bcc:/m);
});

it.each([
  ["a recipient that is unknown", 550, "refused"],
  ["a recipient that is busy", 451, "later"],
])("%s", async (_, responseCode, outcome) => {
  const server = await mailServer({
    onRcptTo: ({ address }, _session, callback) =>
      callback(Object.assign(new Error(`no <${address}> here`), { responseCode })),
  });
  const sent = await sending(server, mailOf(), "");
  expect(sent).toMatchObject({ outcome, why: expect.stringContaining("(hidden)") });
  expect(JSON.stringify(sent)).not.toContain("ana@example.test");
});

it.each([
  [554, "refused"],
  [452, "later"],
])("a whole mail that is answered with %d", async (responseCode, outcome) => {
  const server = await mailServer({
    onData: (stream, _session, callback) => {
      stream.resume();
      stream.on("end", () => callback(Object.assign(new Error("no"), { responseCode })));
    },
  });
  expect(await sending(server, mailOf(), "")).toMatchObject({ outcome });
});

it("a wrong password stops everything and is told to nobody", async () => {
  const server = await mailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ password }, _session, callback) =>
      callback(Object.assign(new Error(`wrong: ${password}`), { responseCode: 535 })),
  });
  const sent = await sending(server);
  expect(sent).toMatchObject({ outcome: "later", halts: true });
  expect(JSON.stringify(sent)).not.toContain("p4ssw0rd");
});

it("is in doubt, and tried once, when the line breaks after the last byte", async () => {
  let mails = 0;
  const server = createServer((socket) => {
    let isData = false;
    socket.write("220 here\r\n");
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      const text = chunk.toString("latin1");
      if (isData) {
        if (!text.endsWith("\r\n.\r\n")) return;
        mails++;
        return void socket.destroy();
      }
      isData = text.startsWith("DATA");
      socket.write(isData ? "354 go\r\n" : "250 ok\r\n");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  expect(await sending({ port, close }, mailOf(), "")).toMatchObject({ outcome: "unknown" });
  expect(mails).toBe(1);
});

it("says before anything is claimed that no server is there", async () => {
  const server = await mailServer();
  await server.close();
  const channel = smtpChannel({
    host: "127.0.0.1",
    port: server.port,
    implicitTls: false,
    user: undefined,
    password: undefined,
  });
  closing.push(channel.close);
  expect(await channel.obstacle?.()).toMatch(/^the mail server 127\.0\.0\.1 cannot be used: .*ECONNREFUSED/);
  expect(await channel.send(mailOf(), KEY)).toMatchObject({ outcome: "later", halts: true });
});
