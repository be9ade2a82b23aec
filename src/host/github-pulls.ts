import { readFileSync } from "node:fs";
import { Problem, problemOf } from "./problem.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** So long one request may take, in milliseconds. */
const PATIENCE = 30_000;

const PER_PAGE = 100;

/** A conversation of more than five thousand comments is not searched to its end. */
const MOST_PAGES = 50;

/** A comment that is already there, as the API gives it; everything else in the answer is left alone. */
interface Comment {
  readonly id: number;
  readonly body: string;
  readonly isOurs: boolean;
}

/**
 * The pull requests of one repository, through the REST API of GitHub. Which pull request a run belongs to is taken
 * from the event that GitHub wrote, never from a file that the change could have made.
 *
 * @see https://docs.github.com/rest/issues/comments
 */
export class GithubPulls {
  private constructor(
    private readonly api: string,
    private readonly repository: string,
    private readonly token: string,
    private readonly event: unknown,
  ) {}

  /** @throws Problem where a variable that GitHub sets for every run is missing */
  static fromEnvironment(env: Environment): GithubPulls {
    const given = (name: string, remedy: string): string => {
      const value = env[name];
      if (value === undefined || value === "") throw new Problem(`${name} is not set.`, remedy);
      return value;
    };
    const inWorkflow = "--post works inside a workflow run of GitHub, where this is set.";
    const repository = given("GITHUB_REPOSITORY", inWorkflow);
    if (!/^\w[\w-]*\/(?!\.\.?$)[\w.-]+$/.test(repository)) {
      throw new Problem(`GITHUB_REPOSITORY is ${repository}, not owner/name.`, inWorkflow);
    }
    const token = given("GITHUB_TOKEN", "Hand it to the step, under env: GITHUB_TOKEN, from github.token.");
    const event = readEvent(given("GITHUB_EVENT_PATH", inWorkflow));
    return new GithubPulls(env.GITHUB_API_URL ?? "https://api.github.com", repository, token, event);
  }

  /** The number of the open pull request whose head this run looked at. */
  async ofThisRun(): Promise<number | undefined> {
    const direct = numberAt(this.event, "pull_request", "number");
    if (direct !== undefined) return direct;
    const sha = textAt(this.event, "workflow_run", "head_sha");
    const branch = textAt(this.event, "workflow_run", "head_branch");
    const owner = textAt(this.event, "workflow_run", "head_repository", "owner", "login");
    if (sha === undefined || branch === undefined || owner === undefined) return undefined;
    // The list that an event has of its pull requests is empty for a fork, so they are asked for by their branch.
    const head = encodeURIComponent(`${owner}:${branch}`);
    const open = await this.ask("GET", `pulls?state=open&per_page=${PER_PAGE}&head=${head}`);
    const ofSameCommit = listOf(open).find((pull) => textAt(pull, "head", "sha") === sha);
    return numberAt(ofSameCommit, "number");
  }

  /** Writes a text in the place of the comment that we left there before, or as a new one; says which. */
  async keepComment(
    pull: number,
    { marker, text }: { readonly marker: string; readonly text: string },
  ): Promise<string> {
    const before = await this.commentOfOurs(pull, marker);
    if (before === undefined) {
      await this.ask("POST", `issues/${pull}/comments`, { body: text });
      return `Commented on pull request ${pull}.`;
    }
    if (before.body === text.trimEnd()) return `The comment on pull request ${pull} says so already.`;
    await this.ask("PATCH", `issues/comments/${before.id}`, { body: text });
    return `Renewed the comment on pull request ${pull}.`;
  }

  /** Anybody can write a comment that begins with our marker: only one that a bot wrote is ours. */
  private async commentOfOurs(pull: number, marker: string): Promise<Comment | undefined> {
    for (let page = 1; page <= MOST_PAGES; page++) {
      const found = listOf(
        await this.ask("GET", `issues/${pull}/comments?per_page=${PER_PAGE}&page=${page}`),
      );
      const ours = found.map(commentOf).find((each) => each?.isOurs && each.body.startsWith(marker));
      if (ours !== undefined || found.length < PER_PAGE) return ours;
    }
    return undefined;
  }

  private async ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const url = `${this.api}/repos/${this.repository}/${path}`;
    const response = await fetch(url, {
      method,
      signal: AbortSignal.timeout(PATIENCE),
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${this.token}`,
        "user-agent": "recare",
        "x-github-api-version": "2022-11-28",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new Problem(
        `${this.api} does not answer: ${error instanceof Error ? error.message : String(error)}.`,
        "Run the job again; a change that GitHub is slow to take is not lost.",
      );
    });
    if (response.ok) return response.json();
    throw new Problem(
      `GitHub refuses to ${method === "GET" ? "show" : "write"} ${path.split("?")[0]}: ${response.status} ${(await response.text()).slice(0, 200)}`,
      response.status === 401 || response.status === 403
        ? "Give the job permissions: { pull-requests: write }, and hand it GITHUB_TOKEN."
        : "Look at the status page of GitHub, then run the job again.",
    );
  }
}

function readEvent(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new Problem(`GITHUB_EVENT_PATH is no JSON: ${path}.`, "GitHub writes it; leave it as it is.");
    }
    throw problemOf(error, `read ${path}`);
  }
}

function commentOf(value: unknown): Comment | undefined {
  const id = numberAt(value, "id");
  const body = textAt(value, "body");
  if (id === undefined || body === undefined) return undefined;
  return { id, body, isOurs: textAt(value, "user", "type") === "Bot" };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = valueAt(value, keys);
  return typeof found === "string" ? found : undefined;
}

function numberAt(value: unknown, ...keys: readonly string[]): number | undefined {
  const found = valueAt(value, keys);
  return typeof found === "number" && Number.isSafeInteger(found) ? found : undefined;
}

function valueAt(value: unknown, keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined;
    found = new Map<string, unknown>(Object.entries(found)).get(key);
  }
  return found;
}
