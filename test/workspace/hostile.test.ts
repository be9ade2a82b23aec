import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseYaml, plainOf } from "../../src/syntax/index.ts";
import {
  type FileKind,
  LIBRARY_KINDS,
  loadWorkspace,
  WORKSPACE_FINDINGS,
} from "../../src/workspace/index.ts";
import { FILES } from "./files.ts";

const OWN_CODES = new Set(WORKSPACE_FINDINGS.map(({ code }) => code));

const HOSTILE_KEYS = [
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toString",
  "a/b~c",
  "👩‍⚕️",
  "x".repeat(5000),
  "\u0000\u001b[31m",
  "‮desrever",
  "",
  " ",
];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function schemaText(kind: FileKind): string {
  return readFileSync(new URL(`../../schemas/${kind}.schema.json`, import.meta.url), "utf8");
}

/** Every key that a schema knows, wherever it stands. */
function keysOf(kind: FileKind): readonly string[] {
  const keys = new Set<string>();
  JSON.parse(schemaText(kind), (key, value: unknown) => {
    if (key === "properties" && isRecord(value)) for (const name of Object.keys(value)) keys.add(name);
    return value;
  });
  return [...keys];
}

/** Trees that look like the language here and there, written as the flow style that JSON shares with YAML. */
function trees(kind: FileKind): fc.Arbitrary<unknown> {
  const key = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...keysOf(kind)) },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_KEYS) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
  );
  const text = fc.oneof(
    fc.constantFrom("sms", "yes", "true", "10", "en", "visit", "", "missed-visit", "3 days", "~"),
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.constant("y".repeat(3000)),
  );
  return fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      text,
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.array(fc.tuple(key, tie("tree")), { maxLength: 6 }).map((entries) => new Map(entries)),
    ),
  })).tree;
}

/** JSON over several lines that keeps a key such as `__proto__`. */
function written(tree: unknown): string {
  if (tree instanceof Map) {
    return `{${[...tree].map(([key, value]) => `${JSON.stringify(key)}: ${written(value)}`).join(",\n  ")}}`;
  }
  return Array.isArray(tree) ? `[${tree.map(written).join(",\n  ")}]` : JSON.stringify(tree);
}

const WHERE: readonly (readonly [FileKind, string])[] = [
  ["workspace", "recare.yaml"],
  ["campaign", "spring.yaml"],
  ...LIBRARY_KINDS.map((kind) => [kind, `library/${kind}.yaml`] as const),
  ["roles", "trust/roles.yaml"],
  ["required", "trust/required.yaml"],
];

describe.each(WHERE)("%s", (kind, path) => {
  const first = kind === "workspace" ? "organization" : kind;

  test("any tree gives findings that lie in the file and can be read", () => {
    fc.assert(
      fc.property(trees(kind), fc.array(trees(kind), { maxLength: 2 }), (tree, others) => {
        const page = [tree, ...others].map(
          (value, index) => `${index === 0 ? first : `more${index}`}: ${written(value)}`,
        );
        const text = `${page.join("\n")}\n`;
        const { diagnostics } = loadWorkspace([{ path, text }]);
        for (const { at, message, remedy, code } of diagnostics) {
          if (!OWN_CODES.has(code) || at.file !== path) continue;
          expect(at.start).toBeGreaterThanOrEqual(0);
          expect(at.end).toBeGreaterThan(at.start);
          expect(at.end).toBeLessThanOrEqual(text.length);
          // One short line that a terminal prints as it is.
          expect(`${message}${remedy}`).not.toMatch(
            /[\p{Cc}\p{Cf}\p{Cs}]|undefined|\[object|schema|must (?:be|NOT)/u,
          );
          expect(message.length).toBeLessThan(300);
        }
        const said = diagnostics
          .filter(({ code }) => OWN_CODES.has(code))
          .map(({ at, message }) => `${at.start} ${message}`);
        expect(new Set(said).size).toBe(said.length);
      }),
      { numRuns: 60 },
    );
  });
});

/** A tree with one leaf, key or item replaced, dropped or repeated. */
function spoil(tree: unknown, choices: readonly number[], replacement: unknown): unknown {
  const [choice = 0, ...rest] = choices;
  if (Array.isArray(tree) && tree.length > 0) {
    const position = choice % tree.length;
    return rest.length === 0
      ? tree.toSpliced(position, choice % 2, replacement)
      : tree.with(position, spoil(tree[position], rest, replacement));
  }
  if (!isRecord(tree) || Object.keys(tree).length === 0) return replacement;
  const keys = Object.keys(tree);
  const key = keys[choice % keys.length] ?? "";
  if (rest.length > 0) return { ...tree, [key]: spoil(tree[key], rest, replacement) };
  const { [key]: _, ...others } = tree;
  return choice % 3 === 0 ? others : { ...tree, [choice % 3 === 1 ? key : `${key}x`]: replacement };
}

describe.each(Object.keys(FILES))("%s, spoiled somewhere", (path) => {
  const kind: FileKind =
    WHERE.find(([, usual]) => usual === path)?.[0] ??
    (path === "missed-visit.yaml" ? "campaign" : "workspace");
  const published = new Ajv2020({ strict: false }).compile(JSON.parse(schemaText(kind)));
  const forms = new Ajv2020({ strict: false }).compile(
    // As the compiler checks it: what has a reader or a rule of its own is left to that reader or rule.
    JSON.parse(schemaText(kind), (_, value: unknown) => {
      if (!isRecord(value)) return value;
      const { pattern, maxItems, required, ...checked } = value;
      const properties = isRecord(value.properties) ? value.properties : {};
      const spoken = (name: unknown) => {
        const property = properties[String(name)];
        return isRecord(property) && "x-rule" in property;
      };
      return {
        ...checked,
        ...(pattern !== undefined && !("x-reader" in value) && { pattern }),
        ...(maxItems !== undefined && !("x-rule" in value) && { maxItems }),
        ...(required !== undefined && {
          required: Array.isArray(required) ? required.filter((name) => !spoken(name)) : required,
        }),
      };
    }),
  );
  const root = parseYaml({ path, text: FILES[path] ?? "" }).value.root;
  const sound: unknown = JSON.parse(JSON.stringify(root && plainOf(root)));
  const replacement = fc.oneof(
    fc.constantFrom<unknown>(
      "yes",
      "sms",
      "10",
      "x",
      "",
      [],
      {},
      ["en"],
      { en: "Hello." },
      { when: "otherwise" },
    ),
    fc.string({ unit: "grapheme-ascii", maxLength: 12 }),
  );

  test("is found wrong by the compiler exactly where the published schema finds it wrong", () => {
    const choices = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(choices, replacement, (where, what) => {
        const tree = spoil(sound, where, what);
        fc.pre(isRecord(tree));
        const text = `${JSON.stringify(tree)}\n`;
        const { value, diagnostics } = loadWorkspace([{ path, text }]);
        fc.pre(diagnostics.every(({ code }) => OWN_CODES.has(code)));
        const inFile = diagnostics.filter(({ at, code }) => at.file === path && code !== "S101");
        expect(value.texts.has(path)).toBe(true);
        expect(inFile.length === 0).toBe(forms(tree));
        if (published(tree)) expect(inFile).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
