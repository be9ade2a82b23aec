import { join } from "node:path";
import fc from "fast-check";
import { BASE, readFolder } from "../support/base.ts";

/** Texts of a workspace by path, and the digests of its other files. */
export interface Texts {
  readonly files: ReadonlyMap<string, string>;
  readonly assets: ReadonlyMap<string, string>;
}

export const CAMPAIGNS: Texts = readFolder(join(import.meta.dirname, "../../campaigns"));

/** Values that people and attackers put where a name, a number, a date or words belong. */
export const HOSTILE_VALUES = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "🎉",
  "👩‍👩‍👧",
  "עברית",
  "\u202Eevil\u202C",
  "x".repeat(10_000),
  "a ".repeat(2_000),
  "{{",
  "}}",
  "{%",
  '"{% if %}"',
  '"{{ message }}"',
  '"{{ patient }}"',
  '"{{ phrase.greeting.x }}"',
  '"{{ __proto__ }}"',
  '"{{ constructor.name }}"',
  '"{{ link.nowhere }}"',
  "2026-02-30",
  "9999-12-31",
  "0000-00-00",
  "-1",
  "0",
  "1e400",
  "99999999999999999999",
  ".nan",
  "~",
  "",
  "null",
  "yes",
  "[]",
  "{}",
  "[a, b]",
  "{en: , es: }",
  "{en: Hello, es: 1}",
  "|",
  "\0",
  "\uD800",
  "\u00A0",
  '"it\'s \\"so\\""',
  "'it''s'",
  "10 business days",
  "99999 days",
  "0 days",
  "patient.first_name",
  "not (not visit.rebooked)",
  "visit.date was 1 to 0 days ago",
  "otherwise",
  "en",
  "caregiver",
  "100%",
  "99%",
  "https://maple.example@evil.example/",
] as const;

type Mutation =
  | { readonly kind: "delete" | "duplicate"; readonly line: number; readonly file: number }
  | { readonly kind: "swap"; readonly line: number; readonly other: number; readonly file: number }
  | { readonly kind: "value"; readonly line: number; readonly value: string; readonly file: number }
  | { readonly kind: "indent"; readonly line: number; readonly by: number; readonly file: number }
  | { readonly kind: "insert"; readonly line: number; readonly text: string; readonly file: number }
  | { readonly kind: "truncate"; readonly at: number; readonly file: number }
  | { readonly kind: "crlf" | "drop"; readonly file: number }
  | { readonly kind: "copy"; readonly file: number; readonly name: string };

const number = fc.nat({ max: 100_000 });
const hostile = fc.constantFrom(...HOSTILE_VALUES);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom("delete", "duplicate"), line: number, file: number }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("swap"), line: number, other: number, file: number }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("value"), line: number, value: hostile, file: number }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("indent"),
      line: number,
      by: fc.integer({ min: -2, max: 4 }),
      file: number,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("insert"),
      line: number,
      text: fc.oneof(
        hostile.map((key) => `${key}: x`),
        hostile.map((value) => `- ${value}`),
        fc.string({ maxLength: 40, unit: "binary" }),
      ),
      file: number,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("truncate"), at: number, file: number }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("crlf", "drop"), file: number }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("copy"),
      file: number,
      name: fc.constantFrom(
        "copy.yaml",
        "library/copy.yaml",
        "library/__proto__.yaml",
        "trust/copy.yaml",
        "🎉.yaml",
      ),
    }),
  },
);

function apply(files: Map<string, string>, edit: Mutation): void {
  const all = [...files.keys()].sort();
  // Campaigns are what people edit, and there are fewer of them than of everything else.
  const campaigns = all.filter((path) => !path.includes("/"));
  const paths = [...all, ...campaigns, ...campaigns, ...campaigns];
  const path = paths[edit.file % paths.length];
  if (path === undefined) return;
  const text = files.get(path) ?? "";
  const lines = text.split("\n");
  const at = (line: number) => line % lines.length;
  switch (edit.kind) {
    case "delete":
      lines.splice(at(edit.line), 1);
      break;
    case "duplicate":
      lines.splice(at(edit.line), 0, lines[at(edit.line)] ?? "");
      break;
    case "swap":
      [lines[at(edit.line)], lines[at(edit.other)]] = [
        lines[at(edit.other)] ?? "",
        lines[at(edit.line)] ?? "",
      ];
      break;
    case "value":
      lines[at(edit.line)] = (lines[at(edit.line)] ?? "").replace(
        /(:\s|-\s|:$).*$/,
        (_, lead) => `${lead.trimEnd()} ${edit.value}`,
      );
      break;
    case "indent": {
      const line = lines[at(edit.line)] ?? "";
      lines[at(edit.line)] = edit.by < 0 ? line.slice(-edit.by) : " ".repeat(edit.by) + line;
      break;
    }
    case "insert": {
      const indent = /^\s*/.exec(lines[at(edit.line)] ?? "")?.[0] ?? "";
      lines.splice(at(edit.line), 0, indent + edit.text);
      break;
    }
    case "truncate":
      files.set(path, text.slice(0, edit.at % (text.length + 1)));
      return;
    case "crlf":
      files.set(path, text.replaceAll("\n", "\r\n"));
      return;
    case "drop":
      files.delete(path);
      return;
    case "copy":
      files.set(edit.name, text);
      return;
  }
  files.set(path, lines.join("\n"));
}

/** A workspace after some edits that break it, or that only look as if they did. */
export const brokenWorkspace: fc.Arbitrary<Texts> = fc
  .tuple(fc.constantFrom(BASE, CAMPAIGNS), fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([whole, edits]) => {
    const files = new Map(whole.files);
    for (const edit of edits) apply(files, edit);
    return { files, assets: whole.assets };
  });

/** One workspace after another: each is the one before with some edits, or an asset that is another one or gone. */
export const editedWorkspaces: fc.Arbitrary<readonly Texts[]> = fc
  .tuple(
    fc.constantFrom(BASE, CAMPAIGNS),
    fc.array(fc.oneof(fc.array(mutation, { maxLength: 2 }), fc.constantFrom("asset", "no asset")), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(([whole, changes]) => {
    const states: Texts[] = [whole];
    for (const change of changes) {
      const { files: before, assets: known } = states.at(-1) ?? whole;
      const files = new Map(before);
      const assets = new Map(known);
      for (const path of typeof change === "string" ? known.keys() : []) {
        if (change === "asset") assets.set(path, "0".repeat(64));
        else assets.delete(path);
      }
      for (const edit of typeof change === "string" ? [] : change) apply(files, edit);
      states.push({ files, assets });
    }
    return states;
  });
