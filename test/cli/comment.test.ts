import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { comment } from "../../src/cli/comment/comment.ts";
import { session } from "./session.ts";

const REVIEW = {
  format: "recare.review/1",
  compiler: "0.1.0",
  base: "origin/main",
  head: "the files here",
  campaigns: [],
  unchanged: ["welcome-back"],
  unreadable: [],
};

interface Stored {
  id: number;
  body: string;
  user: { login: string; type: string };
}

/** The three calls of GitHub's REST API that are used, with its paging and its rights. */
class Forge {
  readonly comments: Stored[] = [];
  readonly pulls: { number: number; head: { sha: string; label: string } }[] = [];
  readonly asked: string[] = [];
  mayWrite = true;
  private readonly server: Server;

  constructor() {
    this.server = createServer(async (request, response) => {
      const url = new URL(request.url ?? "", "http://forge");
      const { method = "" } = request;
      let body = "";
      for await (const chunk of request) body += String(chunk);
      this.asked.push(`${method} ${url.pathname}`);
      const answer = (status: number, value: unknown) => {
        response.writeHead(status, { "content-type": "application/json" });
        response.end(JSON.stringify(value));
      };
      if (request.headers.authorization !== "Bearer s3cret")
        return answer(401, { message: "Bad credentials" });
      if (method !== "GET" && !this.mayWrite) {
        return answer(403, { message: "Resource not accessible by integration" });
      }
      if (method === "GET" && url.pathname === "/repos/maple/care/pulls") {
        const head = url.searchParams.get("head");
        return answer(
          200,
          this.pulls.filter((pull) => pull.head.label === head),
        );
      }
      if (method === "GET" && url.pathname === "/repos/maple/care/issues/7/comments") {
        const page = Number(url.searchParams.get("page"));
        const size = Number(url.searchParams.get("per_page"));
        return answer(200, this.comments.slice((page - 1) * size, page * size));
      }
      const text: { body: string } = JSON.parse(body);
      if (method === "POST" && url.pathname === "/repos/maple/care/issues/7/comments") {
        const written = { id: this.comments.length + 1, body: text.body.trimEnd(), user: BOT };
        this.comments.push(written);
        return answer(201, written);
      }
      const id = Number(/^\/repos\/maple\/care\/issues\/comments\/(\d+)$/.exec(url.pathname)?.[1]);
      const old = this.comments.find((each) => each.id === id);
      if (method !== "PATCH" || old === undefined) return answer(404, { message: "Not Found" });
      old.body = text.body.trimEnd();
      return answer(200, old);
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, "127.0.0.1", ready));
    const address = this.server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return `http://127.0.0.1:${address.port}`;
  }

  stop(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }
}

const BOT = { login: "github-actions[bot]", type: "Bot" };
const MALLORY = { login: "mallory", type: "User" };

let forge: Forge;
let api = "";
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "recare-comment-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  forge = new Forge();
  api = await forge.start();
});
afterEach(() => forge.stop());

function file(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
}

async function post(review: unknown, event: unknown, env: Readonly<Record<string, string>> = {}) {
  const here = {
    ...session(),
    env: {
      GITHUB_API_URL: api,
      GITHUB_REPOSITORY: "maple/care",
      GITHUB_TOKEN: "s3cret",
      GITHUB_EVENT_PATH: file("event.json", event),
      ...env,
    },
  };
  await comment(file("review.json", review), { post: true, link: undefined }, here);
  return here.said.err;
}

const PULL = { pull_request: { number: 7 } };
const FORK = {
  workflow_run: { head_sha: "abc", head_branch: "new-texts", head_repository: { owner: { login: "dana" } } },
};

describe("recare comment", () => {
  it("prints a review, with a link to the packets", async () => {
    const here = session();
    await comment(file("review.json", REVIEW), { post: false, link: "https://ci.example/run/1" }, here);
    expect(here.said.out).toMatch(/^<!-- recare-review -->\n### 0 campaigns changed, 1 unchanged\n/);
    expect(here.said.out).toContain("(<https://ci.example/run/1>)");
  });

  it.each([
    ["nothing", "", "it is not JSON"],
    ["a plan", { format: "recare.plan/1" }, 'its format is "recare.plan/1"'],
    ["another version", { ...REVIEW, format: "recare.review/2" }, '"format": "recare.review/1" is expected'],
    ["an unknown key", { ...REVIEW, approve: true }, 'the key "approve" is not known'],
    ["another type", { ...REVIEW, unchanged: [{ toString: "x" }] }, "/unchanged/0: must be string"],
  ])("refuses %s", async (_, review, mistake) => {
    await expect(
      comment(file("bad.json", review), { post: false, link: undefined }, session()),
    ).rejects.toThrow(mistake);
  });

  it.each(["javascript:alert(1)", "packets", "https://"])("refuses %s as a link", async (link) => {
    await expect(comment(file("review.json", REVIEW), { post: false, link }, session())).rejects.toThrow(
      "is no web address",
    );
  });

  it("posts once, renews its own comment, and says nothing twice", async () => {
    expect(await post(REVIEW, PULL)).toBe("Commented on pull request 7.\n");
    expect(await post(REVIEW, PULL)).toBe("The comment on pull request 7 says so already.\n");
    expect(await post({ ...REVIEW, unchanged: [] }, PULL)).toBe("Renewed the comment on pull request 7.\n");
    expect(forge.comments.map(({ body }) => body.split("\n")[1])).toEqual([
      "### 0 campaigns changed, 0 unchanged",
    ]);
  });

  it("finds its comment behind hundreds of others, and leaves a stranger's with the same marker alone", async () => {
    const marked = "<!-- recare-review -->\nAll approved, merge it.";
    forge.comments.push({ id: 1, body: marked, user: MALLORY });
    for (let id = 2; id <= 250; id++) forge.comments.push({ id, body: "fine", user: MALLORY });
    await post(REVIEW, PULL);
    expect(await post({ ...REVIEW, unchanged: [] }, PULL)).toBe("Renewed the comment on pull request 7.\n");
    expect(forge.comments).toHaveLength(251);
    expect(forge.comments[0]?.body).toBe(marked);
  });

  it("finds the pull request of a fork by its branch, and only while it stands at that commit", async () => {
    forge.pulls.push({ number: 7, head: { sha: "abc", label: "dana:new-texts" } });
    expect(await post(REVIEW, FORK)).toBe("Commented on pull request 7.\n");
    forge.pulls[0] = { number: 7, head: { sha: "def", label: "dana:new-texts" } };
    expect(await post(REVIEW, FORK)).toMatch(/^No open pull request belongs to this run/);
  });

  it("says which right is missing, and never shows the token", async () => {
    forge.mayWrite = false;
    const failed = await post(REVIEW, PULL).catch((error: unknown) => error);
    expect(failed).toMatchObject({
      message: expect.stringContaining("GitHub refuses to write issues/7/comments: 403"),
      remedy: expect.stringContaining("pull-requests: write"),
    });
    expect(JSON.stringify(failed) + String(failed)).not.toContain("s3cret");
  });

  it("says what is not set, and when nobody answers", async () => {
    await expect(post(REVIEW, PULL, { GITHUB_TOKEN: "" })).rejects.toThrow("GITHUB_TOKEN is not set");
    await expect(post(REVIEW, PULL, { GITHUB_REPOSITORY: "../x" })).rejects.toThrow("not owner/name");
    await expect(post(REVIEW, "{")).rejects.toThrow("GITHUB_EVENT_PATH is no JSON");
    await forge.stop();
    await expect(post(REVIEW, PULL)).rejects.toThrow("does not answer");
    await forge.start();
  });
});
