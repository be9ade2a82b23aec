import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { publicKeyInLine, trustOf } from "../../src/review/index.ts";
import { hasSshKeygen } from "../review/ssh-keygen.ts";
import { People, Repository } from "./repository.ts";

const people = hasSshKeygen ? new People() : undefined;
let repository: Repository | undefined;
afterEach(() => {
  repository?.close();
  repository = undefined;
});
afterAll(() => people?.close());

function clinic(): Repository {
  if (people === undefined) throw new Error("no ssh-keygen");
  repository = new Repository(people);
  return repository;
}

describe.skipIf(people === undefined)("recare keys new", () => {
  const make = (repo: Repository, ...args: readonly string[]) =>
    repo.recare("keys", "new", "--name", "dana@clinic.example", "--no-passphrase", ...args);

  it("makes a key that only its owner can read, and a line by which it signs", async () => {
    const repo = clinic();
    const { out, code } = await make(repo, "--file", "dana");
    expect(code).toBe(0);
    expect(statSync(join(repo.root, "dana")).mode & 0o077).toBe(0);
    const line = out.split("\n").find((text) => text.startsWith("dana@clinic.example ")) ?? "";
    const { value, mistakes } = trustOf([{ path: "trust/allowed_signers", text: `${line}\n` }]);
    expect(mistakes).toEqual([]);
    expect(value.signers).toMatchObject([
      {
        principals: ["dana@clinic.example"],
        namespaces: ["approval.v1@recare.dev"],
        validAfter: Date.parse("2026-11-25T00:00:00Z"),
        validBefore: Date.parse("2028-11-25T00:00:00Z"),
        key: { fingerprint: publicKeyInLine(repo.read("dana.pub"))?.fingerprint },
      },
    ]);
  });

  it("goes to ~/.ssh where nobody says otherwise", async () => {
    const repo = clinic();
    expect((await make(repo)).code).toBe(0);
    expect(existsSync(join(repo.root, ".ssh/recare_ed25519.pub"))).toBe(true);
  });

  it("never writes a key over", async () => {
    const repo = clinic();
    await make(repo, "--file", "dana");
    const before = readFileSync(join(repo.root, "dana"));
    const { code, err } = await make(repo, "--file", "dana");
    expect([code, err]).toEqual([2, expect.stringContaining("never written over")]);
    expect(readFileSync(join(repo.root, "dana")).equals(before)).toBe(true);
  });

  it.each(["Dana", "*@clinic.example", 'dana"@clinic.example', "dana@clinic.example,lee@clinic.example"])(
    "refuses the name %s",
    async (name) => {
      const repo = clinic();
      const { code } = await repo.recare("keys", "new", "--name", name, "--no-passphrase", "--file", "key");
      expect([code, existsSync(join(repo.root, "key"))]).toEqual([2, false]);
    },
  );
});

describe.skipIf(people === undefined)("recare codeowners", () => {
  const TEAMS =
    'teams:\n  clinical: "@maple/clinical"\n  compliance: "@maple/compliance"\n  privacy: "@maple/privacy"\n  admin: "@maple/admins"\n';
  const withTeams = () => {
    const repo = clinic();
    repo.write("trust/roles.yaml", repo.read("trust/roles.yaml") + TEAMS);
    return repo;
  };
  const owners = (text: string, pattern: string) =>
    text
      .split("\n")
      .find((line) => line.startsWith(`${pattern} `))
      ?.split(" ")
      .slice(1);

  it("asks the teams of the roles that sign, and the admins about trust", async () => {
    const { out, code } = await withTeams().recare("codeowners");
    expect(code).toBe(0);
    expect(owners(out, "*")).toEqual(["@maple/clinical", "@maple/compliance", "@maple/privacy"]);
    expect(owners(out, "/library/claims.yaml")).toEqual(["@maple/clinical", "@maple/compliance"]);
    expect(owners(out, "/trust/")).toEqual(["@maple/admins"]);
    expect(owners(out, "/approvals/")).toEqual(["@maple/admins"]);
  });

  it("is the same for any order of the file, and checks itself", async () => {
    const repo = withTeams();
    expect((await repo.recare("codeowners", "--check", "CODEOWNERS")).code).toBe(1);
    await repo.recare("codeowners", "--output", "CODEOWNERS");
    expect((await repo.recare("codeowners", "--check", "CODEOWNERS")).code).toBe(0);
    const before = repo.read("CODEOWNERS");
    repo.edit("trust/roles.yaml", TEAMS, `teams:\n${TEAMS.split("\n").slice(1, -1).reverse().join("\n")}\n`);
    expect((await repo.recare("codeowners")).out).toBe(before);
    repo.edit("trust/required.yaml", "copy: [clinical, compliance]", "copy: [privacy]");
    expect((await repo.recare("codeowners", "--check", "CODEOWNERS")).code).toBe(1);
  });

  it("names the workspace inside its repository", async () => {
    const repo = withTeams();
    repo.write("clinic/.keep", "");
    for (const name of ["recare.yaml", "campaign.yaml", "library", "trust", "evidence"])
      repo.git("mv", name, `clinic/${name}`);
    repo.commit("A folder of its own");
    const { out } = await repo.recare("codeowners", "clinic");
    expect(owners(out, "/clinic/recare.yaml")).toEqual(["@maple/compliance", "@maple/privacy"]);
  });

  it("writes nothing where a team is no name of one", async () => {
    const repo = clinic();
    repo.write(
      "trust/roles.yaml",
      `${repo.read("trust/roles.yaml")}teams:\n  clinical: "@maple/x\\n* @mallory"\n`,
    );
    const { code, out, err } = await repo.recare("codeowners");
    expect([code, out, err]).toEqual([2, "", expect.stringContaining("trust/roles.yaml has an error")]);
  });

  it("says what is missing where there are no teams", async () => {
    const { code, err } = await clinic().recare("codeowners");
    expect([code, err]).toEqual([2, expect.stringContaining("names no teams")]);
  });
});

describe.skipIf(people === undefined)("packets", () => {
  it("show which signatures stand, where there is trust to judge them by", async () => {
    const repo = clinic();
    await repo.approve("pia@clinic.example", "--concern", "privacy");
    const { code, err } = await repo.recare("build", "--trust-ref", "main");
    expect([code, err]).toEqual([0, ""]);
    const packet = repo.read("build/missed-visit/packet.md");
    expect(packet).toMatch(/Patient data \| Privacy: valid/);
    expect(packet).toMatch(/Timing \| Compliance: needed/);
    const { err: note } = await repo.recare("build");
    expect(note).toContain("approvals were not verified, and the packets say so");
    expect(repo.read("build/missed-visit/packet.md")).toMatch(/Privacy: not verified here/);
  });
});
