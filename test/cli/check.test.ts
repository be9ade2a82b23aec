import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verdict } from "../../src/cli/check/check.ts";
import { OutputList } from "../../src/cli/check/outputs.ts";
import { selected, selectionOfFile, selectionsOf, shownFrom } from "../../src/cli/check/selection.ts";
import { Problem } from "../../src/host/index.ts";
import type { Diagnostic } from "../../src/source/index.ts";

function finding(file: string, campaign?: string, extra: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: "P101",
    rule: "no-diagnosis-in-sms",
    severity: "error",
    message: "",
    remedy: "",
    at: { file, start: 0, end: 1 },
    related: [{ at: { file: "library/fields.yaml", start: 0, end: 1 }, message: "" }],
    ...(campaign !== undefined && { campaign }),
    ...extra,
  };
}

describe("what a command is asked about", () => {
  let root: string;
  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "recare-cli-")));
    for (const path of ["one/recare.yaml", "one/a.yaml", "one/spring/b.yaml", "two/recare.yaml"]) {
      mkdirSync(join(root, path, ".."), { recursive: true });
      writeFileSync(join(root, path), "");
    }
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("is the workspace here, files and folders in it, or several workspaces", () => {
    const one = join(root, "one");
    expect(selectionsOf([], one)).toEqual([{ root: one, prefix: "", within: [""] }]);
    expect(selectionsOf([], join(one, "spring"))).toEqual([{ root: one, prefix: "../", within: [""] }]);
    expect(selectionsOf(["one/a.yaml", "two", "one/spring"], root)).toEqual([
      { root: one, prefix: "one/", within: ["a.yaml", "spring"] },
      { root: join(root, "two"), prefix: "two/", within: [""] },
    ]);
  });

  test("may be a file that is not saved yet, in a folder that is there", () => {
    expect(selectionOfFile("one/new.yaml", root)).toEqual({
      root: join(root, "one"),
      prefix: "one/",
      within: ["new.yaml"],
    });
    expect(() => selectionOfFile("three/new.yaml", root)).toThrow(Problem);
  });
});

describe("findings about one campaign", () => {
  const campaigns = new Map([
    ["a", "a.yaml"],
    ["b", "b.yaml"],
  ]);
  const filesOf = (within: readonly string[], ...findings: readonly Diagnostic[]) =>
    selected(findings, campaigns, { root: "/", prefix: "", within }, undefined).map(
      ({ at, campaign }) => `${at.file} ${campaign ?? "-"}`,
    );

  test("are those in its file and those in what it rests on, and none about another campaign", () => {
    expect(
      filesOf(
        ["a.yaml"],
        finding("a.yaml", "a"),
        finding("b.yaml", "b"),
        finding("library/claims.yaml", "a"),
        finding("library/claims.yaml", "b"),
        finding("library/claims.yaml"),
        finding("recare.yaml"),
        finding("broken.yaml"),
      ),
    ).toEqual(["a.yaml a", "library/claims.yaml a", "library/claims.yaml -", "recare.yaml -"]);
  });

  test("are shown from where the command runs, with the places that they point to", () => {
    const [shown] = shownFrom([finding("a.yaml")], "campaigns/");
    expect(shown?.at.file).toBe("campaigns/a.yaml");
    expect(shown?.related[0]?.at.file).toBe("campaigns/library/fields.yaml");
  });
});

describe("outputs", () => {
  test("pair each file with the format before it", () => {
    const outputs = new OutputList();
    expect(outputs.all()).toEqual([{ format: "text" }]);
    outputs.format("text");
    outputs.format("json");
    outputs.file("findings.json");
    expect(outputs.all()).toEqual([{ format: "text" }, { format: "json", file: "findings.json" }]);
  });

  test("refuse a file without a format and two formats on one stream", () => {
    expect(() => new OutputList().file("x")).toThrow("--output x has no --format before it.");
    const outputs = new OutputList();
    outputs.format("json");
    outputs.format("github");
    expect(() => outputs.all()).toThrow("json and github would be mixed on standard output.");
  });
});

test("the exit code follows the gravest finding, and a crashed rule is never a clean check", () => {
  const warning = finding("a.yaml", undefined, { severity: "warning" });
  expect(verdict([], "info")).toBe(0);
  expect(verdict([warning], "error")).toBe(0);
  expect(verdict([warning], "warning")).toBe(1);
  expect(verdict([warning, finding("a.yaml")], "error")).toBe(1);
  expect(verdict([finding("a.yaml", undefined, { code: "Z001", severity: "info" })], "error")).toBe(3);
});
