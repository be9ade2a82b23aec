import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { SIGNERS } from "../review/signing.ts";
import { hasSshKeygen } from "../review/ssh-keygen.ts";
import { AUTHOR, CI, MALLORY, People, Repository } from "./repository.ts";

const people = hasSshKeygen ? new People() : undefined;
let repository: Repository | undefined;
afterEach(() => {
  repository?.close();
  repository = undefined;
});
afterAll(() => people?.close());

/** A repository of its own, in which nobody has signed. */
function clinic(): Repository {
  if (people === undefined) throw new Error("no ssh-keygen");
  repository = new Repository(people);
  return repository;
}

const folded = (text: string) => text.replaceAll(/\s+/g, " ");

describe.skipIf(people === undefined)("recare approve", () => {
  const approve = (repo: Repository, by: string, ...args: readonly string[]) =>
    repo.recare("approve", ...args, "--trust-ref", "main", "--key", repo.people.ring.path(by));

  it("shows what is signed, and signs what was typed", async () => {
    const repo = clinic();
    const { out, code } = await repo.typing("privacy\n", () =>
      approve(repo, SIGNERS.privacy, "missed-visit", "--concern", "privacy"),
    );
    expect(code).toBe(0);
    expect(folded(out)).toContain("Approve privacy of missed-visit, as privacy");
    expect(folded(out)).toContain("What privacy answers for");
    expect(folded(out)).toContain(`In the name of ${SIGNERS.privacy} (Mark Author)`);
    expect(await repo.missing()).not.toContain("privacy/privacy: needed");
  });

  it("knows the language and the role from who signs", async () => {
    const repo = clinic();
    const { code } = await approve(repo, SIGNERS.translation, "missed-visit", "--concern", "copy", "--yes");
    expect(code).toBe(0);
    expect(
      existsSync(join(repo.root, "approvals/missed-visit/copy.es.translation.tom-clinic-example.json")),
    ).toBe(true);
  });

  it("finds a campaign by its file", async () => {
    const repo = clinic();
    expect(
      (await approve(repo, SIGNERS.privacy, "campaign.yaml", "--concern", "privacy", "--yes")).code,
    ).toBe(0);
  });

  it("shows what changed since the last signature", async () => {
    const repo = clinic();
    await approve(repo, SIGNERS.compliance, "missed-visit", "--concern", "timing", "--yes");
    repo.commit("Signed");
    repo.edit("campaign.yaml", "wait: 3 days", "wait: 4 days");
    const { out } = await approve(repo, SIGNERS.compliance, "missed-visit", "--concern", "timing", "--yes");
    expect(folded(out)).toContain("What changed since it was signed · LATER The wait before");
  });

  type Refused = readonly [string, (repo: Repository) => Promise<{ code: number; err: string }>, string];
  const privacy = ["missed-visit", "--concern", "privacy"] as const;
  const REFUSED: readonly Refused[] = [
    [
      "something else is typed",
      (repo) => repo.typing("yes\n", () => approve(repo, SIGNERS.privacy, ...privacy)),
      "Nothing was signed.",
    ],
    ["nobody can be asked", (repo) => approve(repo, SIGNERS.privacy, ...privacy), "Nobody can be asked here"],
    ["nobody knows the key", (repo) => approve(repo, MALLORY, ...privacy, "--yes"), "does not know the key"],
    [
      "the role is not held",
      (repo) => approve(repo, SIGNERS.legal, ...privacy, "--yes"),
      "no role that signs privacy",
    ],
    [
      "another role is named",
      (repo) => approve(repo, SIGNERS.legal, ...privacy, "--role", "legal", "--yes"),
      "Nobody is asked to sign privacy as legal",
    ],
    [
      "a role that somebody else holds is named",
      (repo) => approve(repo, SIGNERS.legal, ...privacy, "--role", "privacy", "--yes"),
      "does not hold the role privacy",
    ],
    [
      "there is no such key",
      (repo) => repo.recare("approve", ...privacy, "--trust-ref", "main", "--key", "nowhere"),
      "There is no public key nowhere.pub",
    ],
    [
      "the private half is missing",
      (repo) => {
        writeFileSync(join(repo.root, "half.pub"), `${repo.people.keys.get(SIGNERS.privacy)} half\n`);
        return repo.recare(
          "approve",
          ...privacy,
          "--yes",
          "--trust-ref",
          "main",
          "--key",
          join(repo.root, "half"),
        );
      },
      "ssh-keygen did not sign",
    ],
    [
      "the key counts for commits only",
      (repo) => approve(repo, AUTHOR, ...privacy, "--yes"),
      "does not let the key",
    ],
    [
      "the key was revoked",
      (repo) => {
        repo.onMain(() =>
          repo.write("trust/revoked", `${repo.people.ring.fingerprint(SIGNERS.privacy)} lost\n`),
        );
        return approve(repo, SIGNERS.privacy, ...privacy, "--yes");
      },
      "was revoked",
    ],
    [
      "the campaign has an error",
      (repo) => {
        repo.edit("campaign.yaml", "wait: 3 days", "wait: never");
        return approve(repo, SIGNERS.privacy, ...privacy, "--yes");
      },
      "there is no plan to sign",
    ],
    [
      "there is no such campaign",
      (repo) => approve(repo, SIGNERS.privacy, "missed-vist", "--concern", "privacy"),
      'did you mean "missed-visit"',
    ],
    [
      "no concern is named",
      (repo) => approve(repo, SIGNERS.privacy, "missed-visit"),
      "Which concern do you sign?",
    ],
    [
      "the campaign is not sent in the language",
      (repo) => approve(repo, SIGNERS.clinical, "missed-visit", "--concern", "copy", "--language", "vi"),
      'not sent in "vi"',
    ],
    [
      "a whole concern is asked for by language",
      (repo) => approve(repo, SIGNERS.privacy, ...privacy, "--language", "es"),
      "signed as a whole",
    ],
    [
      "a rejection says nothing",
      (repo) => approve(repo, SIGNERS.privacy, ...privacy, "--reject", "--yes"),
      "A rejection says why.",
    ],
    [
      "its last day is over",
      (repo) => approve(repo, SIGNERS.privacy, ...privacy, "--expires", "2026-11-01", "--yes"),
      "is over",
    ],
    [
      "its last day is none",
      (repo) => approve(repo, SIGNERS.privacy, ...privacy, "--expires", "soon", "--yes"),
      "which is no day",
    ],
    [
      "a file is in the way",
      (repo) => {
        mkdirSync(join(repo.root, "approvals"));
        writeFileSync(join(repo.root, "approvals/missed-visit"), "a file\n");
        return approve(repo, SIGNERS.privacy, ...privacy, "--yes");
      },
      "Could not write",
    ],
  ];

  it.each(REFUSED)("leaves nothing behind where %s", async (_, attempt, says) => {
    const repo = clinic();
    const { code, err } = await attempt(repo);
    expect(code).toBe(2);
    expect(folded(err)).toContain(says);
    expect(
      repo
        .git("status", "--porcelain", "--untracked-files=all", "--", "approvals")
        .replaceAll(/.*approvals\/missed-visit\n$/g, ""),
    ).toBe("");
  });
});

describe.skipIf(people === undefined)("a signed waiver", () => {
  const COMMENT = "# recare-ignore P101 until 2027-01-31 by @dana: the name of our class";
  /** Puts a comment above the first text message in English, and other words into it. */
  const commented = (repo: Repository, comment: string, words: string) =>
    repo.edit(
      "campaign.yaml",
      /^( *)en: \|\n( *)(\{\{ sender .*) Pick a new time:$/m,
      `$1${comment}\n$1en: |\n$2$3 ${words}`,
    );
  /** A text that only compliance may let stand. */
  function proposed(): Repository {
    const repo = clinic();
    commented(repo, COMMENT, "Diabetes class:");
    return repo;
  }
  const sign = (repo: Repository, ...args: readonly string[]) =>
    repo.recare(
      "approve",
      "--waiver",
      "P101",
      "--yes",
      "--trust-ref",
      "main",
      "--key",
      repo.people.ring.path(SIGNERS.compliance),
      ...args,
    );
  const check = async (repo: Repository) =>
    (await repo.recare("check", "--trust-ref", "main", "--format", "json")).out;
  const standing = async (repo: Repository) =>
    [...(await check(repo)).matchAll(/"standing": "([a-z ]+)"/g)].map(([, word]) => word);

  it("lets a finding stand, in a check, a build and a verification", async () => {
    const repo = proposed();
    expect(await standing(repo)).toContain("proposed");
    expect((await sign(repo)).code).toBe(0);
    expect(await standing(repo)).not.toContain("proposed");
    expect((await repo.signoffs()).length).toBeGreaterThan(5);
    expect((await repo.recare("build", "--trust-ref", "main")).out).toContain("1 campaign built");
  });

  it.each<readonly [string, (repo: Repository) => unknown]>([
    ["the words change", (repo) => repo.edit("campaign.yaml", "Diabetes class:", "The diabetes class:")],
    ["the reason changes", (repo) => repo.edit("campaign.yaml", "the name of our class", "another reason")],
    ["its date changes", (repo) => repo.edit("campaign.yaml", "until 2027-01-31", "until 2027-02-28")],
    [
      "it is moved to another place",
      (repo) => {
        repo.edit("campaign.yaml", new RegExp(`^ *${COMMENT}\n`, "m"), "");
        repo.edit("campaign.yaml", /^( *)- step: text-1$/m, `$1${COMMENT}\n$1- step: text-1`);
      },
    ],
    ["it is withdrawn", (repo) => sign(repo, "--withdraw")],
    ["its signature is gone", (repo) => rmSync(join(repo.root, "approvals/waivers"), { recursive: true })],
    [
      "the role is taken away",
      (repo) => repo.onMain(() => repo.edit("trust/roles.yaml", SIGNERS.compliance, SIGNERS.legal)),
    ],
  ])("no longer holds when %s", async (_, change) => {
    const repo = proposed();
    await sign(repo);
    await change(repo);
    expect(await standing(repo)).toContain("proposed");
  });

  it("of a rule that anyone may waive is not needed", async () => {
    const repo = clinic();
    commented(
      repo,
      "# recare-ignore W101 until 2027-01-31 by @dana: a line from a song",
      "You forgot us. Pick a new time:",
    );
    const { code, err } = await repo.recare(
      "approve",
      "--waiver",
      "W101",
      "--yes",
      "--trust-ref",
      "main",
      "--key",
      repo.people.ring.path(SIGNERS.compliance),
    );
    expect([code, folded(err)]).toEqual([2, expect.stringContaining("needs no signature")]);
  });
});

describe.skipIf(people === undefined)("reviews on the forge", () => {
  /** What GitHub's API answers, as far as it is read. */
  const review = (repo: Repository, state: string, login = "omar", at = "2026-11-24T07:00:00Z") => ({
    id: 4711,
    user: { login, id: 1, type: "User" },
    body: "",
    state,
    submitted_at: at,
    commit_id: repo.git("rev-parse", "HEAD").trim(),
    author_association: "MEMBER",
  });
  /** A change of who answers, where the clinic accepts reviews for that. */
  function changed(): Repository {
    const repo = clinic();
    repo.onMain(() => {
      repo.write(
        "trust/required.yaml",
        `required:\n  copy: [clinical, compliance]\nforge_reviews: {accept: [operations], imported_by: ${CI}}\n`,
      );
      repo.edit("trust/roles.yaml", "accounts:\n", `accounts:\n  omar: ${SIGNERS.operations}\n`);
      repo.write("trust/allowed_signers", repo.read("trust/allowed_signers") + repo.people.line(CI));
    });
    repo.edit("library/locations.yaml", /name: .*/, "name: Maple Clinic at the river");
    repo.commit("Another name");
    return repo;
  }
  const imported = (repo: Repository, reviews: unknown, by = CI) => {
    repo.write("reviews.json", JSON.stringify(reviews));
    return repo.recare(
      "approve",
      "--import",
      "reviews.json",
      "--yes",
      "--trust-ref",
      "main",
      "--key",
      repo.people.ring.path(by),
    );
  };
  const operations = async (repo: Repository) =>
    (await repo.signoffs()).find(({ concern, role }) => concern === "operations" && role === "operations");

  it("count where the organisation accepts them, and are shown as what they are", async () => {
    const repo = changed();
    const { code, err } = await imported(repo, [review(repo, "COMMENTED"), review(repo, "APPROVED")]);
    expect([code, err]).toEqual([0, ""]);
    expect(await operations(repo)).toMatchObject({ standing: "valid", grade: "forge" });
    expect((await repo.recare("verify", "--trust-ref", "main")).out).toContain(
      "by a review on the forge, no signature",
    );
  });

  it.each<readonly [string, (repo: Repository) => unknown]>([
    [
      "that was dismissed",
      (repo) => [review(repo, "APPROVED"), review(repo, "DISMISSED", "omar", "2026-11-24T08:00:00Z")],
    ],
    [
      "that later asked for changes",
      (repo) => [review(repo, "APPROVED"), review(repo, "CHANGES_REQUESTED", "omar", "2026-11-24T08:00:00Z")],
    ],
    ["of somebody without the role", (repo) => [review(repo, "APPROVED", "dreyes")]],
    ["of an account that nobody knows", (repo) => [review(repo, "APPROVED", "some\u001b[2Jbody")]],
    [
      "of what the change did not change",
      (repo) => {
        repo.git("checkout", "--quiet", "main", "--", "library/locations.yaml");
        repo.commit("Back");
        return [review(repo, "APPROVED")];
      },
    ],
  ])("import nothing from one %s", async (_, reviews) => {
    const repo = changed();
    const { out, code } = await imported(repo, reviews(repo));
    expect([code, out]).toEqual([0, expect.stringContaining("Nothing was imported.")]);
    expect(out).not.toContain("\u001b");
    expect(await operations(repo)).toMatchObject({ standing: "needed" });
  });

  it("no longer count when something changes after the review", async () => {
    const repo = changed();
    const reviews = [review(repo, "APPROVED")];
    repo.edit("library/locations.yaml", "at the river", "at the lake");
    repo.commit("Another name once more");
    await imported(repo, reviews);
    expect(await operations(repo)).toMatchObject({ standing: "stale" });
  });

  it.each<[string, (repo: Repository) => unknown, string, string?]>([
    ["a list that is none", () => ({ message: "Not Found" }), "it is no list"],
    [
      "a review that cannot be read",
      (repo) => [review(repo, "APPROVED"), { state: "DISMISSED" }],
      "review 2 is not as GitHub writes it",
    ],
    [
      "another key than the importer's",
      (repo) => [review(repo, "APPROVED")],
      "does not sign for",
      SIGNERS.operations,
    ],
  ])("are refused with %s", async (_, reviews, says, by = CI) => {
    const repo = changed();
    const { code, err } = await imported(repo, reviews(repo), by);
    expect([code, folded(err)]).toEqual([2, expect.stringContaining(says)]);
  });

  it("never cover what is new in the scope of a campaign", async () => {
    const repo = changed();
    repo.onMain(() =>
      repo.edit("trust/required.yaml", "accept: [operations]", "accept: [operations, timing]"),
    );
    repo.onMain(() => repo.edit("trust/roles.yaml", "operations: [", `operations: [${SIGNERS.legal}, `));
    repo.write("campaign.yaml", `${repo.read("campaign.yaml")}`);
    repo.write(
      "new.yaml",
      repo.read("campaign.yaml").replace("campaign: missed-visit", "campaign: missed-again"),
    );
    repo.commit("A new campaign");
    const { out } = await imported(repo, [review(repo, "APPROVED")]);
    expect(folded(out)).toContain("R112 new-scope-fresh-review");
    expect(existsSync(join(repo.root, "approvals/missed-again"))).toBe(false);
  });
});
