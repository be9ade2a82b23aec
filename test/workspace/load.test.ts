import { expect, test } from "vitest";
import { loadWorkspace } from "../../src/workspace/index.ts";
import { FILES, findingsIn } from "./files.ts";

function load(files: Readonly<Record<string, string>>) {
  return loadWorkspace(Object.entries(files).map(([path, text]) => ({ path, text })));
}

test("a workspace without a mistake has no finding, and each file is what it is", () => {
  const { value, diagnostics } = load({
    ...FILES,
    "library/partials/how_to_book.liquid": "Book now.",
    "trust/roles.yaml": "roles:\n  clinical: [a.okafor@maple.example]\n",
    "trust/required.yaml": "required:\n  copy: [clinical]\n",
  });
  expect(diagnostics).toEqual([]);
  expect(value.organization?.path).toBe("recare.yaml");
  expect(value.campaigns.map(({ path }) => path)).toEqual(["missed-visit.yaml"]);
  expect([...value.library].flatMap(([kind, files]) => files.map(({ path }) => [kind, path]))).toEqual([
    ["fields", "library/fields.yaml"],
    ["teams", "library/teams.yaml"],
    ["pathways", "library/pathways.yaml"],
    ["holidays", "library/holidays.yaml"],
  ]);
  expect([...value.partials.keys()]).toEqual(["how_to_book"]);
  expect(value.trust.roles.map(({ path }) => path)).toEqual(["trust/roles.yaml"]);
  expect(value.trust.required.map(({ path }) => path)).toEqual(["trust/required.yaml"]);
});

test("a partial is held against the characters that no text may hold, like any other file", () => {
  for (const hidden of ["\u200b", "\u202e", "\u00ad", "\u2028"]) {
    const { diagnostics } = load({ ...FILES, "library/partials/how_to_book.liquid": `Bo${hidden}ok now.` });
    expect(diagnostics.map(({ at }) => at)).toEqual([
      { file: "library/partials/how_to_book.liquid", start: 2, end: 3 },
    ]);
  }
});

test("files that nobody writes the language in are passed over", () => {
  const { value, diagnostics } = load({
    ...FILES,
    "approvals/missed-visit/copy.yaml": "what: ever",
    "roster/people.yaml": "what: ever",
    "evidence/handbook.yaml": "what: ever",
    "build/plan.yaml": "what: ever",
    "node_modules/some/thing.yml": "what: ever",
    "spring/node_modules/some/thing.yml": "what: ever",
    ".github/workflows/check.yaml": "on: push",
    "docs/.hidden.yaml": "what: ever",
    "README.md": "# Campaigns",
    "trust/allowed_signers": "a.okafor@maple.example ssh-ed25519 AAAA",
  });
  expect(diagnostics).toEqual([]);
  expect([...value.texts.keys()].sort()).toEqual(Object.keys(FILES).sort());
});

test("a folder without recare.yaml is one finding", () => {
  const { "recare.yaml": _, ...others } = FILES;
  expect(findingsIn(others)).toEqual([
    {
      underlined: "",
      message: "This folder has no recare.yaml, which says whose campaigns these are.",
      remedy:
        "Write recare.yaml at the top of the folder, with organization: and below it id, name, sender and time_zone.",
    },
  ]);
});

test("an organisation under another name is one finding, and is used", () => {
  const { "recare.yaml": text = "", ...others } = FILES;
  const { value, diagnostics } = load({ ...others, "recare.yml": text });
  expect(diagnostics.map(({ message, remedy }) => [message, remedy])).toEqual([
    ['"organization" belongs in recare.yaml.', "Keep it in recare.yaml."],
  ]);
  expect(value.organization?.path).toBe("recare.yml");
});

test("recare.yaml is the organisation, whatever other file says so", () => {
  const { value } = load({ ...FILES, "a.yaml": FILES["recare.yaml"] ?? "" });
  expect(value.organization?.path).toBe("recare.yaml");
});

test.each([
  [
    "a misspelt first key",
    "campain: spring\n",
    "campain",
    'This file begins with "campain", which is neither a campaign nor part of the library; did you mean "campaign"?',
  ],
  [
    "a file of something else",
    "version: 3\nservices: {}\n",
    "version",
    'This file begins with "version", which is neither a campaign nor part of the library.',
  ],
  [
    "a list",
    "- one\n- two\n",
    "one",
    "This file has no keys, so it is neither a campaign nor part of the library.",
  ],
  ["an empty file", "# later\n", "# later\n", "This file is empty."],
  ["a file without a character", "", "", "This file is empty."],
])("%s is one finding", (_, text, underlined, message) => {
  const found = findingsIn({ ...FILES, "spring.yaml": text });
  expect(found.map((met) => [met.underlined, met.message])).toEqual([[underlined, message]]);
});

test.each([
  ["claims.yaml", "claims: {}\n", "claims", '"claims" belongs under library/.'],
  ["spring/roles.yaml", "roles: {}\n", "roles", '"roles" belongs in trust/roles.yaml.'],
  [
    "library/spring.yaml",
    FILES["missed-visit.yaml"],
    "campaign",
    '"campaign" belongs outside library/ and trust/.',
  ],
])("%s is in the wrong place", (path, text = "", underlined, message) => {
  const found = findingsIn({ ...FILES, [path]: text });
  expect(found.map((met) => [met.underlined, met.message])).toEqual([[underlined, message]]);
});

test("roles outside trust/ are not trusted", () => {
  const { value } = load({ ...FILES, "roles.yaml": "roles:\n  clinical: [mallory@maple.example]\n" });
  expect(value.trust.roles).toEqual([]);
});

test("a broken file stops no other, and nothing is called missing in it", () => {
  const { value, diagnostics } = load({
    ...FILES,
    "spring.yaml": 'campaign: spring\ntitle: "Spring\nowner: [north\n',
    "library/claims.yaml": "claims: {a: {kind: procces}}\n",
  });
  expect(value.campaigns.length).toBeGreaterThan(0);
  expect(diagnostics.some(({ at }) => at.file === "spring.yaml")).toBe(true);
  expect(diagnostics.filter(({ at, rule }) => at.file === "spring.yaml" && rule === "missing-key")).toEqual(
    [],
  );
  expect(
    diagnostics.some(({ at, rule }) => at.file === "library/claims.yaml" && rule === "not-a-choice"),
  ).toBe(true);
});

test("a left-out value is complained about once, where the file is read", () => {
  const text = FILES["missed-visit.yaml"]?.replace("owner: north_scheduling", "owner:") ?? "";
  const { diagnostics } = load({ ...FILES, "missed-visit.yaml": text });
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]?.code).not.toMatch(/^S1/);
});

test("findings come in reading order, whatever the order of the files", () => {
  const files = [
    { path: "b.yaml", text: "campain: b\n" },
    { path: "a.yaml", text: "campaign: A\ntitel: x\n" },
    { path: "recare.yaml", text: "organization: x\n" },
  ];
  const found = loadWorkspace(files).diagnostics;
  expect(found).toEqual(loadWorkspace(files.toReversed()).diagnostics);
  expect([...new Set(found.map(({ at }) => at.file))]).toEqual(["a.yaml", "b.yaml", "recare.yaml"]);
});
