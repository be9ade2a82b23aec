import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asked, type Running, running } from "./running.ts";

let preview: Running;
beforeAll(async () => {
  preview = await running("examples/hello-world");
}, 60_000);
afterAll(() => preview?.stop());

const port = () => new URL(preview.url).port;

describe("the server of the preview", () => {
  test("serves the index and each packet at an address with a secret part", async () => {
    expect(preview.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{32}\/$/);
    const index = await asked(preview.url);
    expect(index.status).toBe(200);
    expect(index.text).toContain('href="hello-world/"');
    const packet = await asked(`${preview.url}hello-world/`);
    expect(packet.status).toBe(200);
    expect(packet.text).toContain("What you are asked to decide");
  });

  test("lets a packet run the scripts of the preview, and nothing else", async () => {
    const { headers, text } = await asked(`${preview.url}hello-world/`);
    const policy = String(headers["content-security-policy"]);
    const nonce = /script-src 'nonce-([\w-]+)'/.exec(policy)?.[1];
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(text.match(/<script/g)).toHaveLength(2);
    expect(text).toContain(`nonce="${nonce}"`);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    const again = await asked(`${preview.url}hello-world/`);
    expect(again.headers["content-security-policy"]).not.toBe(policy);
  });

  test.each(["evil.example", "evil.example:80", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example"])(
    "refuses a page elsewhere whose name was made to point here: Host: %j",
    async (host) => {
      const { status, text } = await asked(`${preview.url}hello-world/`, { headers: { Host: host } });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toContain("hello-world");
    },
  );

  test("answers to localhost too", async () => {
    const { status } = await asked(preview.url, { headers: { Host: `localhost:${port()}` } });
    expect(status).toBe(200);
  });

  test.each(["/", "/index.html", "/hello-world/", "/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/", "//", "/%2e%2e/"])(
    "shows nothing without the secret part: %s",
    async (path) => {
      const { status, text } = await asked(`http://127.0.0.1:${port()}${path}`);
      expect(status).toBe(404);
      expect(text).not.toContain("Hello");
    },
  );

  test.each([
    "../../package.json",
    "%2e%2e/recare.yaml",
    "recare.yaml",
    "hello-world/..%2f..%2frecare.yaml",
    "hello-world/x/",
    "constructor",
    "__proto__",
  ])("serves pages and never files: %s", async (path) => {
    const { status, text } = await asked(`${preview.url}${path}`);
    expect(status).toBe(404);
    expect(text).not.toContain("organization:");
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS"])("is only read: %s", async (method) => {
    expect((await asked(`${preview.url}hello-world/`, { method })).status).toBe(405);
  });

  test("listens on loopback alone", async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === "IPv4");
    for (const { address } of others) expect(await connects(address)).toBe(false);
    expect(await connects("127.0.0.1")).toBe(true);
  });

  test("says that a port is taken", async () => {
    await expect(running("examples/hello-world", ["--port", port()])).rejects.toThrow(
      `Port ${port()} is taken by another program.`,
    );
  });
});

function connects(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port()) });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
