import { afterAll, beforeAll, expect, it } from "vitest";
import { SIGNERS } from "../review/signing.ts";
import { hasSshKeygen } from "../review/ssh-keygen.ts";
import { AUTHOR, People, Repository } from "./repository.ts";

/** What must be so before a campaign starts, as `recare simulate` derives it from what was signed. */
interface Line {
  readonly what: string;
  readonly evidence: string;
  readonly detail: string;
}

let people: People;
let clinic: Repository;
beforeAll(async () => {
  if (!hasSshKeygen) return;
  people = new People();
  clinic = new Repository(people);
  await clinic.signAll();
}, 120_000);
afterAll(() => {
  clinic?.close();
  people?.close();
});

async function checklist(...args: readonly string[]): Promise<ReadonlyMap<string, Line>> {
  const asked = ["simulate", "missed-visit", "--people", "60", "--days", "2", "--format", "json"];
  const { out, err } = await clinic.recare(...asked, "--trust-ref", "main", ...args);
  if (out === "") throw new Error(err);
  const { checklist: lines }: { readonly checklist: readonly Line[] } = JSON.parse(out);
  return new Map(lines.map((line) => [line.what, line]));
}

it.skipIf(!hasSshKeygen)(
  "says which concerns stand signed and by whom, and whether anybody signed their own work",
  async () => {
    clinic.commit("Signed");
    const lines = await checklist("--author", AUTHOR);
    expect(lines.get("Sign-off of audience and consent")).toMatchObject({
      evidence: "signed",
      detail: expect.stringMatching(/^Compliance: .+ on 2026-11-2\d, until 20\d\d-\d\d-\d\d\./),
    });
    expect(lines.get("Sign-off of wording and claims in English")?.detail).toMatch(
      /^Clinical: .*Compliance: /,
    );
    expect(lines.get("Enough people signed, and nobody their own work")?.evidence).toBe("signed");
    expect(
      [...lines.values()].filter(({ what }) => what.startsWith("Sign-off")).map(({ evidence }) => evidence),
    ).toEqual(expect.not.arrayContaining(["missing", "not known"]));
    const unknown = await checklist();
    expect(unknown.get("Enough people signed, and nobody their own work")).toMatchObject({
      evidence: "not known",
      detail: expect.stringContaining("Nobody knows who wrote this change"),
    });
    const own = await checklist("--author", SIGNERS.compliance);
    expect(own.get("Sign-off of audience and consent")?.evidence).toBe("missing");
  },
  120_000,
);

it.skipIf(!hasSshKeygen)(
  "takes a signature for nothing once what it covers has changed, and trust that nobody can read for unknown",
  async () => {
    clinic.edit("campaign.yaml", "1 to 14 days", "1 to 21 days");
    clinic.commit("Wider");
    const lines = await checklist("--author", AUTHOR);
    expect(lines.get("Sign-off of audience and consent")).toMatchObject({
      evidence: "missing",
      detail: expect.stringMatching(/^Compliance: /),
    });
    expect(lines.get("Sign-off of timing")?.evidence).toBe("signed");
    expect(lines.get("Enough people signed, and nobody their own work")?.evidence).toBe("missing");
    const blind = await clinic.recare(
      "simulate",
      "missed-visit",
      "--people",
      "60",
      "--days",
      "1",
      "--trust-ref",
      "nowhere",
    );
    expect(blind.err).toContain("approvals were not verified");
    expect(blind.out).toMatch(/not known {2}Sign-off of timing: .*not verified here/);
  },
  120_000,
);
