import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { APPROVAL_NAMESPACE } from "../../src/review/index.ts";
import { SIGNERS } from "../review/signing.ts";
import { hasSshKeygen } from "../review/ssh-keygen.ts";
import { AUTHOR, CI, MALLORY, People, Repository } from "./repository.ts";

const people = hasSshKeygen ? new People() : undefined;
let signed: Repository | undefined;
let repository: Repository | undefined;

beforeAll(async () => {
  if (people === undefined) return;
  signed = new Repository(people);
  await signed.signAll();
  signed.commit("Everybody signed");
}, 60_000);
afterEach(() => {
  repository?.close();
  repository = undefined;
});
afterAll(() => {
  signed?.close();
  people?.close();
});

/** A repository of its own, in which everybody has signed. */
function clinic(): Repository {
  if (people === undefined || signed === undefined) throw new Error("no ssh-keygen");
  repository = new Repository(people, signed);
  return repository;
}

const CLINICAL = "copy.en.clinical.dana-clinic-example.json";
const FILE = `approvals/missed-visit/${CLINICAL}`;
/** Of every role that signs copy in English. */
const english = (standing: string) =>
  ["clinical", "compliance", "operations"].map((role) => `copy/en/${role}: ${standing}`);

type Attack = (repo: Repository) => void | Promise<void>;

/** What somebody might do to have a campaign run that nobody approved, and what is found. */
const ATTACKS: readonly [string, Attack, readonly string[], (readonly string[])?][] = [
  [
    "adds a key and a role in the same change",
    (repo) => {
      repo.edit("trust/roles.yaml", SIGNERS.clinical, MALLORY);
      repo.write("trust/allowed_signers", repo.read("trust/allowed_signers") + repo.people.line(MALLORY));
      repo.forge({ ...repo.statement(CLINICAL), signer: MALLORY }, MALLORY);
      rmSync(join(repo.root, FILE));
    },
    ["copy/en/clinical: forged"],
  ],
  [
    "adds a key for a known name in the same change",
    (repo) => {
      const line = repo.people.line(MALLORY).replace(MALLORY, SIGNERS.clinical);
      repo.write("trust/allowed_signers", repo.read("trust/allowed_signers") + line);
      repo.forge(repo.statement(CLINICAL), MALLORY);
    },
    ["copy/en/clinical: forged"],
  ],
  [
    "gives a known signer the role in the same change",
    (repo) => {
      repo.edit("trust/roles.yaml", SIGNERS.clinical, SIGNERS.legal);
      rmSync(join(repo.root, FILE));
      repo.forge(
        {
          ...repo.statement("copy.en.compliance.lee-clinic-example.json"),
          role: "clinical",
          signer: SIGNERS.legal,
          questions: [],
        },
        SIGNERS.legal,
      );
    },
    ["copy/en/clinical: wrong role"],
  ],
  [
    "weakens required.yaml in the same change",
    (repo) => {
      repo.write("trust/required.yaml", "required:\n  copy: [compliance]\n");
      rmSync(join(repo.root, FILE));
    },
    ["copy/en/clinical: needed"],
  ],
  [
    "deletes trust/ in the same change",
    (repo) => {
      rmSync(join(repo.root, "trust"), { recursive: true });
      rmSync(join(repo.root, FILE));
    },
    ["copy/en/clinical: needed"],
  ],
  [
    "signs into the past with a key whose time is over",
    (repo) => {
      repo.onMain(() =>
        repo.edit(
          "trust/allowed_signers",
          `${SIGNERS.clinical} `,
          `${SIGNERS.clinical} valid-before="20261101Z",`,
        ),
      );
      repo.forge({ ...repo.statement(CLINICAL), signedAt: "2026-10-01T07:00:00Z" }, SIGNERS.clinical);
    },
    ["copy/en/clinical: expired"],
  ],
  [
    "dates a statement before the key counted",
    (repo) => {
      repo.onMain(() =>
        repo.edit(
          "trust/allowed_signers",
          `${SIGNERS.clinical} `,
          `${SIGNERS.clinical} valid-after="20261120Z",`,
        ),
      );
      repo.forge({ ...repo.statement(CLINICAL), signedAt: "2026-11-01T07:00:00Z" }, SIGNERS.clinical);
    },
    ["copy/en/clinical: forged"],
  ],
  [
    "dates a statement into the future",
    (repo) =>
      void repo.forge({ ...repo.statement(CLINICAL), signedAt: "2026-12-24T07:00:00Z" }, SIGNERS.clinical),
    ["copy/en/clinical: forged"],
  ],
  [
    "uses a key that was revoked, however long ago it signed",
    (repo) =>
      repo.onMain(() =>
        repo.write("trust/revoked", `${repo.people.ring.fingerprint(SIGNERS.clinical)} lost\n`),
      ),
    ["copy/en/clinical: revoked"],
  ],
  [
    "takes the revocation back in the same change",
    (repo) => {
      repo.onMain(() =>
        repo.write("trust/revoked", `${repo.people.ring.fingerprint(SIGNERS.clinical)} lost\n`),
      );
      rmSync(join(repo.root, "trust/revoked"));
    },
    ["copy/en/clinical: revoked"],
  ],
  [
    "relies on an approval that expired",
    async (repo) =>
      void (await repo.approve(
        SIGNERS.clinical,
        "--concern",
        "copy",
        "--language",
        "en",
        "--expires",
        "2026-11-30",
      )),
    ["copy/en/clinical: expired"],
    ["--today", "2026-12-01"],
  ],
  [
    "writes a key twice",
    (repo) => {
      const bytes = Buffer.from(repo.read(FILE).replace('"comment":""', '"comment":"","comment":""'));
      repo.place(FILE, bytes, repo.people.ring.sign(SIGNERS.clinical, APPROVAL_NAMESPACE, bytes));
    },
    ["copy/en/clinical: needed"],
  ],
  [
    "writes something after the end",
    (repo) => {
      const bytes = Buffer.from(`${repo.read(FILE)}\n`);
      repo.place(FILE, bytes, repo.people.ring.sign(SIGNERS.clinical, APPROVAL_NAMESPACE, bytes));
    },
    ["copy/en/clinical: needed"],
  ],
  [
    "edits a statement",
    (repo) => repo.edit(FILE, '"meaning":"approved"', '"meaning":"withdrawn"'),
    ["copy/en/clinical: needed"],
  ],
  [
    "writes the signer with a look-alike letter",
    (repo) => {
      rmSync(join(repo.root, FILE));
      const statement = { ...signed?.statement(CLINICAL), signer: "dаna@clinic.example" };
      repo.forge(statement as ReturnType<Repository["statement"]>, SIGNERS.clinical);
    },
    ["copy/en/clinical: forged"],
  ],
  ["deletes a signature", (repo) => rmSync(join(repo.root, `${FILE}.sig`)), ["copy/en/clinical: forged"]],
  [
    "leads to a signed statement by a link",
    (repo) => {
      mkdirSync(join(repo.root, "elsewhere"));
      renameSync(join(repo.root, FILE), join(repo.root, "elsewhere/a.json"));
      symlinkSync("../../elsewhere/a.json", join(repo.root, FILE));
    },
    ["copy/en/clinical: needed"],
  ],
  [
    "changes the wording after it was signed",
    (repo) => repo.edit("campaign.yaml", "We missed you at your visit.", "We missed you at your last visit."),
    [...english("stale"), "copy/es/translation: stale"],
  ],
  [
    "changes a translation after it was signed",
    (repo) => repo.edit("campaign.yaml", "Una nueva hora para su visita", "Otra hora para su visita"),
    ["copy/es/translation: stale"],
  ],
  [
    "changes a shared phrase after it was signed",
    (repo) => repo.edit("library/phrases.yaml", "Please call us at", "Please call us back at"),
    [...english("stale"), "copy/es/translation: stale"],
  ],
  [
    "changes the evidence of a claim after it was signed",
    (repo) => {
      const file = "evidence/scheduling-handbook.md";
      repo.write(file, `${repo.read(file)}One more sentence.\n`);
    },
    [...english("stale"), "copy/es/translation: stale"],
  ],
  [
    "carries an approval over to another campaign",
    (repo) => {
      const statement = repo.statement(CLINICAL);
      rmSync(join(repo.root, FILE));
      repo.forge({ ...statement, campaign: "another-campaign" }, SIGNERS.clinical);
    },
    ["copy/en/clinical: needed"],
  ],
  [
    "carries an approval over to another concern",
    (repo) => {
      const privacy = "privacy.privacy.pia-clinic-example.json";
      const statement = repo.statement(privacy);
      rmSync(join(repo.root, `approvals/missed-visit/${privacy}`));
      repo.forge({ ...statement, concern: "timing" }, SIGNERS.privacy);
    },
    ["privacy/privacy: needed"],
  ],
  [
    "carries an approval over from another organisation",
    (repo) =>
      void repo.forge({ ...repo.statement(CLINICAL), organisation: "other-clinic" }, SIGNERS.clinical),
    ["copy/en/clinical: wrong campaign"],
  ],
  [
    "carries an approval over to another language",
    (repo) => {
      const spanish = "copy.es.translation.tom-clinic-example.json";
      const statement = repo.statement(spanish);
      rmSync(join(repo.root, `approvals/missed-visit/${spanish}`));
      repo.forge({ ...statement, language: "en" }, SIGNERS.translation);
    },
    ["copy/es/translation: needed"],
  ],
  [
    "uses a signature that was made for a git commit",
    (repo) => void repo.forge(repo.statement(CLINICAL), SIGNERS.clinical, "git"),
    ["copy/en/clinical: forged"],
  ],
  [
    "deletes a rejection in the same change",
    async (repo) => {
      await repo.approve(SIGNERS.compliance, "--concern", "timing", "--reject", "--comment", "Too early");
      repo.commit("A rejection");
      repo.git("branch", "--force", "main", "change");
      const path = "approvals/missed-visit/timing.compliance.lee-clinic-example.rejected.json";
      rmSync(join(repo.root, path));
      rmSync(join(repo.root, `${path}.sig`));
    },
    ["timing/compliance: rejected"],
  ],
  [
    "relies on what was withdrawn",
    async (repo) =>
      void (await repo.approve(SIGNERS.clinical, "--concern", "copy", "--language", "en", "--withdraw")),
    ["copy/en/clinical: withdrawn"],
  ],
  [
    "goes back to content that a later approval replaced",
    async (repo) => {
      repo.onMain(() =>
        repo.write("trust/required.yaml", "required:\n  copy: [clinical, compliance]\nno_way_back: yes\n"),
      );
      repo.commit("First");
      repo.edit("campaign.yaml", "wait: 3 days", "wait: 4 days");
      await repo.approve(SIGNERS.compliance, "--concern", "timing", "--today", "2026-11-26");
      repo.commit("Second");
      repo.git("branch", "--force", "main", "change");
      repo.git("checkout", "--quiet", "change~1", "--", "campaign.yaml", "approvals");
      repo.commit("Back again");
    },
    ["timing/compliance: superseded"],
    ["--today", "2026-11-27"],
  ],
  [
    "is an agency that approves",
    (repo) =>
      repo.onMain(() =>
        repo.write(
          "trust/roles.yaml",
          `${repo.read("trust/roles.yaml")}never_approve: [${SIGNERS.clinical}]\n`,
        ),
      ),
    ["copy/en/clinical: wrong role"],
  ],
  [
    "approves the own work",
    () => undefined,
    ["copy/en/clinical: self-approval"],
    ["--author", SIGNERS.clinical],
  ],
  [
    "approves the own work from an account on the forge",
    () => undefined,
    ["copy/en/clinical: self-approval"],
    ["--author", "dreyes"],
  ],
  [
    "imports a review where a signature is asked for",
    (repo) => {
      repo.onMain(() => {
        repo.write(
          "trust/required.yaml",
          `required:\n  copy: [clinical, compliance]\nforge_reviews: {accept: [operations], imported_by: ${CI}}\n`,
        );
        repo.write("trust/allowed_signers", repo.read("trust/allowed_signers") + repo.people.line(CI));
      });
      const review = {
        forge: "github",
        id: 1,
        account: "dreyes",
        commit: "0".repeat(40),
        importedBy: CI,
      } as const;
      repo.forge({ ...repo.statement(CLINICAL), review }, CI);
    },
    ["copy/en/clinical: wrong grade"],
  ],
];

describe.skipIf(people === undefined)("recare verify", () => {
  it("finds that everybody has signed", async () => {
    const repo = clinic();
    const { campaigns, code } = await repo.verification();
    expect([repo.missingIn(campaigns), code]).toEqual([[], 0]);
  });

  it("lists more than twenty-five attacks", () => expect(ATTACKS.length).toBeGreaterThan(25));

  it.each(ATTACKS)("is not deceived by somebody who %s", async (_, attack, expected, args = []) => {
    const repo = clinic();
    await attack(repo);
    const { campaigns, code } = await repo.verification(...args);
    expect(repo.missingIn(campaigns)).toEqual(expected);
    expect(code).toBe(1);
  });

  it("says what changed since a signature, from the history", async () => {
    const repo = clinic();
    repo.edit("campaign.yaml", "Una nueva hora para su visita", "Otra hora para su visita");
    const [stale] = (await repo.signoffs()).filter(({ standing }) => standing === "stale");
    expect(stale?.since?.map(({ about }) => about)).toEqual(["The subject of email-1 in Spanish"]);
  });

  it.each<[string, Attack]>([
    ["where everybody has signed", () => undefined],
    ["where a signature is stale", (repo) => repo.edit("campaign.yaml", "wait: 3 days", "wait: 4 days")],
    ["where a campaign has errors", (repo) => repo.edit("campaign.yaml", "wait: 3 days", "wait: never")],
  ])("prints what its schema says, %s", async (_, change) => {
    const repo = clinic();
    await change(repo);
    const schema = readFileSync(join(import.meta.dirname, "../../schemas/verification.schema.json"), "utf8");
    const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(
      JSON.parse(schema),
    );
    const { code, ...printed } = await repo.verification();
    expect([0, 1]).toContain(code);
    validate(printed);
    expect(validate.errors ?? []).toEqual([]);
  });

  it("names statements that count for nothing", async () => {
    const repo = clinic();
    repo.write("approvals/missed-visit/note.json", "{}\n");
    const { others } = await repo.verification();
    expect(others).toMatchObject([{ path: "approvals/missed-visit/note.json", standing: "forged" }]);
  });

  it("says that a change of trust/ counts once it was merged", async () => {
    const repo = clinic();
    repo.edit("trust/roles.yaml", SIGNERS.legal, MALLORY);
    expect((await repo.verification()).notes.join()).toContain("This change also edits trust/");
  });

  it("judges a folder without git by a trust of its own, and says what it cannot know", async () => {
    const repo = clinic();
    rmSync(join(repo.root, ".git"), { recursive: true });
    const { code, err } = await repo.recare("verify");
    expect([code, err.replaceAll(/\s+/g, " ")]).toEqual([
      2,
      expect.stringContaining("is in no git repository"),
    ]);
    renameSync(join(repo.root, "trust"), join(repo.root, ".trusted"));
    const { out } = await repo.recare("verify", "--trust", ".trusted", "--format", "json");
    expect(JSON.parse(out)).toMatchObject({
      trust: "the folder .trusted",
      authors: null,
      campaigns: [{ signed: true, approved: false }],
    });
  });

  it("refuses to go on without a trusted revision", async () => {
    const repo = clinic();
    const { code, err } = await repo.recare("verify");
    expect(code).toBe(2);
    expect(err).toContain("There is no revision origin/main here.");
  });
});

describe.skipIf(people === undefined)("who wrote a change", () => {
  const authors = async (repo: Repository, ...args: readonly string[]) => {
    const { out } = await repo.recare("verify", "--trust-ref", "main", "--format", "json", ...args);
    const { authors: found, notes, campaigns } = JSON.parse(out);
    return { found, notes: notes.join(" "), approved: campaigns[0].approved, signed: campaigns[0].signed };
  };

  it("is proved by signed commits", async () => {
    const repo = clinic();
    repo.git("reset", "--quiet", "--soft", "main");
    repo.commitSigned("Signed", AUTHOR);
    expect(await authors(repo)).toMatchObject({ found: [AUTHOR], approved: true });
  });

  it("is not believed where a commit only writes a name", async () => {
    const repo = clinic();
    expect(await authors(repo)).toMatchObject({ found: null, signed: true, approved: false });
    expect((await authors(repo)).notes).toContain("is not signed");
  });

  it("is not believed where the key may not sign commits", async () => {
    const repo = clinic();
    repo.git("reset", "--quiet", "--soft", "main");
    repo.commitSigned("Signed", SIGNERS.legal);
    expect((await authors(repo)).notes).toContain("does not allow to sign commits");
  });

  it("is not known where nobody says whose account it is", async () => {
    const found = await authors(clinic(), "--author", "somebody");
    expect(found).toMatchObject({ found: null, approved: false });
    expect(found.notes).toContain("Whose account somebody is");
  });
});

describe.skipIf(people === undefined)("recare build --release", () => {
  const release = (repo: Repository, ...args: readonly string[]) =>
    repo.recare("build", "--release", "--trust-ref", "main", ...args);

  it("writes what may run once everybody has signed", async () => {
    const repo = clinic();
    const { code, out } = await release(repo, "--author", AUTHOR);
    expect(out).toContain("1 released");
    expect(code).toBe(0);
    expect(repo.read("build/missed-visit/release.json")).toContain('"format":"recare.release/1"');
  });

  it.each<[string, Attack, number, string, (readonly string[])?]>([
    ["when nobody knows who wrote the change", () => undefined, 1, "Nobody knows who wrote this change", []],
    [
      "with a file that is not committed",
      (repo) => repo.write("campaigns/new.yaml", "campaign: new\n"),
      2,
      "not committed",
    ],
    [
      "from a change that is not merged with what is trusted",
      (repo) => {
        repo.git("checkout", "--quiet", "main");
        repo.write("note.txt", "Something else was merged.\n");
        repo.commit("Another change");
        repo.git("checkout", "--quiet", "change");
      },
      2,
      "main has commits that are not here",
    ],
    [
      "without one signature",
      (repo) => {
        rmSync(join(repo.root, FILE));
        repo.commit("One less");
      },
      1,
      "1 signature missing",
    ],
  ])("writes nothing %s", async (_, attack, code, says, args = ["--author", AUTHOR]) => {
    const repo = clinic();
    repo.write("build/missed-visit/release.json", "an earlier one\n");
    await attack(repo);
    const ended = await release(repo, ...args);
    expect(ended.code).toBe(code);
    expect((ended.out + ended.err).replaceAll(/\s+/g, " ")).toContain(says);
    if (code === 1) expect(() => repo.read("build/missed-visit/release.json")).toThrow();
  });
});
