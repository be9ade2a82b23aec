import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filters as liquidFilters } from "liquidjs";
import { beforeAll, describe, expect, it } from "vitest";
import { parse as anyYaml } from "yaml";
import { type Fields, judge, parseCondition } from "../../src/audience/index.ts";
import { addDays } from "../../src/calendar/index.ts";
import { FAMILIES } from "../../src/cli/explain/families.ts";
import { run } from "../../src/cli/run.ts";
import {
  CHANNELS,
  CLASSES,
  fieldSpecs,
  isControlled,
  OUTCOMES,
  OUTLET_PARTS,
  type Outlet,
  REPLY_KINDS,
  SCENARIO_IDS,
  scenario,
} from "../../src/model/index.ts";
import { CLOSED_ROOTS } from "../../src/model/scope.ts";
import { ALL_RULES } from "../../src/rules/index.ts";
import type { Diagnostic } from "../../src/source/index.ts";
import { MAX_DEPTH, MAX_ENTRIES, MAX_TEXT_LENGTH, parseYaml } from "../../src/syntax/index.ts";
import { isFilterName, refusalOf } from "../../src/template/filters.ts";
import { LIMITS } from "../../src/template/limits.ts";
import { REFUSED_TAGS, TAGS } from "../../src/template/tags.ts";
import { FILTERS, type Template } from "../../src/template/tree.ts";
import { TELLING_KEYS } from "../../src/workspace/kind.ts";
import { session } from "../cli/session.ts";
import { sandbox } from "../cli/story.ts";
import { BASE, compileTexts, TODAY } from "../support/base.ts";

const ROOT = join(import.meta.dirname, "../..");
const GUIDE = join(ROOT, "docs/writing-a-campaign.md");
const page = readFileSync(join(ROOT, "docs/language.md"), "utf8");
const guide = readFileSync(GUIDE, "utf8");

interface Block {
  /** The comment before it: `campaign`, `condition`, `file: library/more-fields.yaml`. */
  readonly marker: string;
  readonly text: string;
  /** The code that it is refused with, where it is. */
  readonly refused: string | undefined;
}

const blocks: readonly Block[] = [...page.matchAll(/^<!-- ([^>]+?) -->\n```\w+\n(.*?)^```$/gms)].map(
  ([, comment = "", text = ""]) => {
    const [marker = "", refused] = comment.split(", refused: ");
    return { marker, text, refused };
  },
);

const blocksOf = (marker: string) => blocks.filter((block) => block.marker === marker);

/** The rows of the table below `<!-- name -->`, without its head. */
function table(name: string): readonly (readonly string[])[] {
  const lines = page.split("\n");
  const start = lines.indexOf(`<!-- ${name} -->`);
  const end = lines.findIndex((line, index) => index > start && !line.startsWith("|"));
  expect(start, `the page has a table called ${name}`).toBeGreaterThan(0);
  return lines.slice(start + 3, end).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const codeIn = (cell = "") => /`([^`]*)`/.exec(cell)?.[1] ?? "";
const codesIn = (cell = "") => [...cell.matchAll(/`([^`]*)`/g)].map(([, code = ""]) => code);
const list = (name: string) =>
  codesIn(page.split("\n").find((line) => line.includes(`<!-- list: ${name} -->`)));

/** A file with the top-level keys of `snippet` in the place of its own. Other steps go without the test of the old ones. */
function withKeys(file: string, snippet: string): string {
  const parts = (text: string) =>
    new Map(text.split(/^(?=[a-z_]+:)/m).map((part) => [part.slice(0, part.indexOf(":")), part]));
  const own = parts(snippet);
  const edited = new Map([...parts(file), ...own]);
  if (own.has("sequence") && !own.has("test")) edited.delete("test");
  return [...edited.values()].join("");
}

/** The base workspace with the files that the page adds. */
const world = new Map([
  ...BASE.files,
  ...blocks.flatMap(({ marker, text }): [string, string][] =>
    marker.startsWith("file: ") ? [[marker.slice("file: ".length), text]] : [],
  ),
]);

function findingsWith(path: string, snippet: string): readonly Diagnostic[] {
  return compileTexts(new Map(world).set(path, withKeys(world.get(path) ?? "", snippet))).findings;
}

const { workspace, findings, plans } = compileTexts(world);
const fields: Fields = fieldSpecs(workspace.library.fields);
const at = (start: number, end: number) => ({ file: "campaign.yaml", start, end });
const condition = (text: string) => parseCondition(text, at, fields);

/** "[S205](rules/S205.md) Write a comma …" as the page shows what is found. */
const shown = ({ code, message }: Diagnostic) => `[${code}](rules/${code}.md) ${message}`;

describe("the examples of the language", () => {
  it("are all marked with how they are checked", () => {
    expect(blocks).toHaveLength(page.match(/^```\w+$/gm)?.length ?? 0);
    const known = /^(?:campaign|condition|recare\.yaml|file: \S+)$/;
    expect(blocks.filter(({ marker }) => !known.test(marker))).toEqual([]);
  });

  it("add files that compile", () => {
    expect(findings).toEqual([]);
  });

  it.each([
    ["campaign", "campaign.yaml"],
    ["recare.yaml", "recare.yaml"],
  ])("of %s compile, or are refused with the code that is shown", (marker, path) => {
    expect(blocksOf(marker).length).toBeGreaterThan(0);
    for (const { text, refused } of blocksOf(marker)) {
      const codes = new Set(findingsWith(path, text).map(({ code }) => code));
      expect({ text, codes: [...codes] }).toEqual({ text, codes: refused === undefined ? [] : [refused] });
    }
  });

  it("show every top-level key of a campaign", () => {
    const shownKeys = blocksOf("campaign").flatMap(({ text }) => [...text.matchAll(/^([a-z_]+):/gm)]);
    const keys = keysOf("campaign").flatMap(({ path }) => (path.includes(".") ? [] : [path]));
    expect([...new Set(shownKeys.map(([, key]) => key))].sort()).toEqual(keys.sort());
  });

  it("of conditions can be read", () => {
    const lines = blocksOf("condition").flatMap(({ text }) => text.trim().split("\n"));
    expect(lines.length).toBeGreaterThan(30);
    for (const line of lines)
      expect({ line, found: condition(line).diagnostics }).toEqual({ line, found: [] });
  });

  it("of refused conditions say what is shown", () => {
    for (const [written, says] of table("table: refused conditions")) {
      expect(condition(codeIn(written)).diagnostics.map(shown)).toEqual([says]);
    }
  });

  it("of traps say what is shown, and what YAML would read", () => {
    for (const [written = "", reads = "", says = ""] of table("table: traps")) {
      const text = codeIn(written);
      const { value, diagnostics } = parseYaml({ path: "campaign.yaml", text: `${text}\n` });
      const entry = value.root?.kind === "map" ? value.root.entries[0]?.value : undefined;
      const silent = entry?.kind === "scalar" ? `nothing: the text "${entry.text}"` : "";
      expect(diagnostics.map(shown)).toEqual(says === silent ? [] : [says]);
      expect(readBy(text, says === silent ? "1.1" : "1.2"), text).toBe(codeIn(reads) || reads);
    }
  });

  it("of what a blank means are what the judge says", () => {
    for (const [written, ...answers] of table("table: unknown")) {
      const { value } = condition(codeIn(written));
      const field = /\w+\.\w+/.exec(codeIn(written))?.[0] ?? "";
      const judged = [true, false, undefined].map(
        (fact) => value && judge(value, { [field]: fact }, TODAY, fields),
      );
      expect(judged.map(String)).toEqual(answers);
    }
  });

  it("of days end where the judge says", () => {
    for (const [written, first, last] of table("table: days")) {
      const { value } = condition(codeIn(written));
      const days = Array.from({ length: 801 }, (_, index) => addDays(TODAY, index - 400));
      const held = days.filter((day) => value && judge(value, { "visit.date": day }, TODAY, fields) === true);
      const end = (day: string | undefined) => (day === days[0] || day === days.at(-1) ? "any" : day);
      expect([codeIn(written), end(held[0]), end(held.at(-1))]).toEqual([codeIn(written), first, last]);
    }
  });
});

/** What a YAML program reads under the first key, as JSON. */
function readBy(text: string, version: "1.1" | "1.2"): string {
  try {
    const root: unknown = anyYaml(text, { version, logLevel: "error" });
    return JSON.stringify(typeof root === "object" && root !== null ? Object.values(root)[0] : root);
  } catch {
    return "an error";
  }
}

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
}

interface Key {
  readonly path: string;
  readonly needed: boolean;
  readonly values: readonly string[];
}

/** Said in one place of the page, and not again for each key that takes one. */
const SAID_ONCE = ["class", "outcome", "replyKind"];
/** Written in recare.yaml as in a campaign; their keys stand there. */
const SHARED = ["declarations", "sendBetween", "contactLimits"];
const WORDINGS = ["wording", "text", "words"];

/** Every key of a file, as `sequence.step`, `fields.*.class`; the kinds of reply are one key. */
function keysOf(kind: string): Key[] {
  const root: Schema = JSON.parse(readFileSync(join(ROOT, `schemas/${kind}.schema.json`), "utf8"));
  const keys = new Map<string, Key>();
  const visit = (schema: Schema, path: string): void => {
    const resolved = resolve(schema);
    for (const [name, property] of Object.entries(resolved.properties ?? {})) {
      const ref = refOf(property);
      const below = path === "" ? name : `${path}.${ref === "reply" ? "*" : name}`;
      const values = SAID_ONCE.includes(ref) ? [] : (resolve(property).enum ?? []);
      const needed = resolved.required?.includes(name) ?? false;
      if (ref !== "reply") keys.set(below, { path: below, needed, values });
      const isElsewhere = WORDINGS.includes(ref) || (kind === "campaign" && SHARED.includes(ref));
      if (!isElsewhere) visit(property, below);
    }
    const { additionalProperties: free, items } = resolved;
    if (typeof free === "object" && !WORDINGS.includes(refOf(free))) visit(free, `${path}.*`);
    if (items) visit(items, path);
  };
  const refOf = ({ $ref = "" }: Schema) => $ref.replace("#/$defs/", "");
  const resolve = (schema: Schema): Schema => ({ ...root.$defs?.[refOf(schema)], ...schema });
  visit(root, "");
  return [...keys.values()];
}

describe("the keys on the page", () => {
  const kinds = [...page.matchAll(/^<!-- keys: (\w+) -->$/gm)].map(([, kind = ""]) => kind);

  it("are those of every kind of file", () => {
    const kept = TELLING_KEYS.map((key) => (key === "organization" ? "workspace" : key));
    const shared = ["playbooks", "offers", "bring"];
    expect([...kinds].sort()).toEqual(kept.filter((kind) => !shared.includes(kind)).sort());
  });

  it.each(kinds)("are all keys of %s, which are needed, and their closed lists", (kind) => {
    const rows = table(`keys: ${kind}`);
    const written = rows.map(([key, needed]) => [codeIn(key).replace(/<\w+>/g, "*"), needed === "yes"]);
    expect(written).toEqual(keysOf(kind).map(({ path, needed }) => [path, needed]));
    for (const [index, { path, values }] of keysOf(kind).entries()) {
      const named = codesIn(rows[index]?.[2]);
      expect({ path, missing: values.filter((value) => !named.includes(value)) }).toEqual({
        path,
        missing: [],
      });
    }
  });
});

/** An edit of each key that the page calls unused: [key, file, written, instead]. */
const UNUSED: readonly (readonly [key: string, file: string, written: string, instead: string])[] = [
  ["fields.*.example", "library/fields.yaml", "example: Ana", "example: Bo"],
  ["locations.*.internal_name", "library/locations.yaml", "internal_name: Maple", "internal_name: Oak"],
  ["locations.*.access.step_free", "library/locations.yaml", "step_free: yes", "step_free: no"],
];

describe("what the page calls unused", () => {
  it("is each key of this list", () => {
    const said = [...page.matchAll(/^\| `([^`]+)` \|.*Not used today/gm)].map(([, key = ""]) =>
      key.replace(/<\w+>/g, "*"),
    );
    expect(said).toEqual(UNUSED.map(([key]) => key));
  });

  it.each(UNUSED)("%s changes no plan and no finding", (_, file, written, instead) => {
    const text = world.get(file) ?? "";
    expect(text).toContain(written);
    const edited = compileTexts(new Map(world).set(file, text.replace(written, instead)));
    expect(edited.findings).toEqual([]);
    expect(edited.plans.map(({ digest }) => digest)).toEqual(plans.map(({ digest }) => digest));
  });
});

describe("the tables of the page", () => {
  it("list the files, by the keys that tell them apart", () => {
    const named = table("table: files").flatMap(([file, holds]) => [...codesIn(file), ...codesIn(holds)]);
    const known = TELLING_KEYS.map((key) =>
      key === "organization" ? "recare.yaml" : key === "campaign" ? "campaign:" : key,
    );
    expect(known.filter((key) => !named.includes(key))).toEqual([]);
  });

  it("list the scenarios", () => {
    const always = scenario("missed-appointment").stopOn.slice(0, 4);
    expect(page.replaceAll(/\s+/g, " ")).toContain(`Every one stops on: ${always.join(", ")}.`);
    expect(table("table: scenarios")).toEqual(
      SCENARIO_IDS.map(scenario).map(({ id, about, stopOn, urgentRequired, othersRequired }) => {
        expect(urgentRequired).toBe(othersRequired);
        return [`\`${id}\``, about, stopOn.slice(always.length).join(", "), urgentRequired ? "needed" : ""];
      }),
    );
  });

  it("list the classes", () => {
    const rows = table("table: classes").map(([name, , category]) => [codeIn(name), category]);
    expect(rows).toEqual(CLASSES.map((name) => [name, isControlled(name) ? "controlled" : "safe"]));
  });

  it("list tags, filters, outcomes and replies", () => {
    expect(list("tags")).toEqual(TAGS);
    expect(list("filters")).toEqual(FILTERS);
    expect(list("outcomes")).toEqual(OUTCOMES);
    expect(list("replies")).toEqual(REPLY_KINDS);
  });

  it("list the tags that are refused", () => {
    expect(table("table: refused tags")).toEqual(
      Object.entries(REFUSED_TAGS).map(([tag, { why, instead }]) => [`\`${tag}\``, why, instead]),
    );
  });

  it("list the filters that are refused for a reason", () => {
    const rows = table("table: refused filters");
    for (const [names, why, instead] of rows) {
      for (const name of codesIn(names)) expect(refusalOf(name)).toMatchObject({ why, instead });
    }
    const listed = rows.flatMap(([names]) => codesIn(names));
    const general = refusalOf("no such filter").why;
    const reasoned = Object.keys(liquidFilters).filter(
      (name) => !isFilterName(name) && refusalOf(name).why !== general,
    );
    expect(reasoned.filter((name) => !listed.includes(name))).toEqual([]);
  });

  it("list the names that a text may begin with", () => {
    const roots = table("table: names").map(([name]) => codeIn(name).split(".")[0]);
    expect(roots.filter((root) => root !== "<record>").sort()).toEqual([...CLOSED_ROOTS].sort());
  });

  it("list the rules whose severity can be lowered", () => {
    expect(table("table: lowerable rules")).toEqual(
      ALL_RULES.filter(({ waivable }) => waivable === "anyone").map(({ code, name, severity }) => [
        `[${code}](rules/${code}.md)`,
        name,
        severity,
      ]),
    );
  });

  it("list the families of codes that are in use", () => {
    const used = new Set(ALL_RULES.map(({ code }) => code[0] ?? ""));
    expect(table("table: families")).toEqual([...FAMILIES].filter(([letter]) => used.has(letter)));
  });

  it("state the limits of the source", () => {
    const limits = [...page.matchAll(/<!-- limit -->([\d,]+)/g)].map(([, limit = ""]) =>
      Number(limit.replaceAll(",", "")),
    );
    const { turns, units, nodes, depth } = LIMITS;
    expect(limits).toEqual([MAX_TEXT_LENGTH, MAX_DEPTH, MAX_ENTRIES, turns, units, nodes, depth]);
  });
});

/** Three lines with one and three breaks between them, for every word that an author writes. */
const LINES = '"one\\ntwo\\n\\n\\n\\nthree"';
const STYLES = new Map([
  ["one two\nthree", "line"],
  ["one\ntwo\n\nthree", "lines"],
  ["one\ntwo\n\n\n\nthree", "markdown"],
]);

/** A campaign with every outlet, under the product's own ceilings, whose texts are all `LINES`. */
function everyOutlet(): readonly Outlet[] {
  const step = (channel: string, words: readonly string[]) =>
    `  - {step: ${channel}-1, channel: ${channel}, wait: 4 days, ${words.map((key) => `${key}: ${key === "script" ? "lines" : LINES}`).join(", ")}}`;
  const sequence = table("table: channel keys").map(([channel = "", needs, may]) =>
    step(channel, [...codesIn(needs), ...codesIn(may)]),
  );
  const script = ["open", "third_party", "then"].map((key) => `    ${key}: ${LINES}`);
  const files = new Map(world)
    .set(
      "campaign.yaml",
      withKeys(world.get("campaign.yaml") ?? "", `languages: [en]\nsequence:\n${sequence.join("\n")}\n`),
    )
    .set("recare.yaml", (world.get("recare.yaml") ?? "").replace(/^channels:$(\n {2}.*$)*/m, ""))
    .set(
      "library/lines.yaml",
      `scripts:\n  lines:\n${script.join("\n")}\n    verify: [full name, date of birth]\n    voicemail: lines\n    clinical_question: lines\n    objections: {no: ${LINES}}\n`,
    )
    .set("library/lines-phrases.yaml", `phrases:\n  lines: ${LINES}\n  language_notice: Hablamos español.\n`);
  for (const [path, text] of files) files.set(path, text.replaceAll(/say: [a-z_]+$/gm, "say: lines"));
  return compileTexts(files).workspace.campaigns.flatMap(({ steps, answers }) =>
    [...steps, ...answers].flatMap(({ outlets }) => outlets),
  );
}

const authorsText = (template: Template): string =>
  template
    .map((node) => {
      if (node.kind === "insert" && node.what === "phrase") return authorsText(node.body);
      return node.kind === "text" ? node.text : "";
    })
    .join("")
    .trim();

describe("the outlets on the page", () => {
  const outlets = everyOutlet();
  const one = (part: string) => outlets.find((outlet) => outlet.part === part);

  it("are those of the source, with ceilings, strangers and line breaks", () => {
    const rows = table("table: outlets").map(([part, , ceiling, strangers, breaks]) => [
      codeIn(part),
      ceiling,
      strangers,
      breaks,
    ]);
    const own = ["email.sender", "letter.envelope"];
    expect(rows).toEqual(
      OUTLET_PARTS.map((part, index) => {
        const outlet = one(part);
        const breaks = own.includes(part)
          ? rows[index]?.[3]
          : STYLES.get(authorsText(outlet?.template ?? []));
        return [part, outlet?.ceiling, outlet?.short ? "yes" : "", breaks];
      }),
    );
  });

  it("get the lines that the compiler adds", () => {
    const added = OUTLET_PARTS.flatMap((part) => {
      const lines =
        one(part)?.template.flatMap((node) =>
          node.kind === "insert" && node.what === "added" ? [node.id] : [],
        ) ?? [];
      return lines.length > 0 ? [[part, lines]] : [];
    });
    expect(added).toEqual(
      table("table: added lines").map(([part, lines]) => [
        codeIn(part),
        codesIn(lines).filter((line) => line !== "sms_stop"),
      ]),
    );
  });

  it("take the keys of their channel and no others", () => {
    const rows = table("table: channel keys").map(([channel, needs, may]) => [
      channel,
      codesIn(needs),
      codesIn(may),
    ]);
    expect(rows.map(([channel]) => channel).sort()).toEqual([...CHANNELS].sort());
    for (const [channel, needs = [], may = []] of rows) {
      const other = channel === "phone" ? "text: x" : "script: missed_visit";
      const found = findingsWith(
        "campaign.yaml",
        `sequence:\n  - {step: a-1, channel: ${channel}}\n  - {step: b-1, channel: ${channel}, ${other}}\n`,
      );
      const unfit = found.filter(({ code }) => code === "M006");
      const missing = unfit.flatMap(({ message }) => /^The .+ a-1 has no `(\w+)`/.exec(message)?.[1] ?? []);
      const allowed = unfit.flatMap(
        ({ remedy }) => /; an? .+? has (.+)\.$/.exec(remedy)?.[1]?.split(", ") ?? [],
      );
      expect([missing, allowed]).toEqual([needs, [...needs, ...may]]);
    }
  });
});

describe("the links and commands of both pages", () => {
  it("lead to pages that exist", () => {
    for (const text of [page, guide]) {
      for (const [, target = ""] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
        expect({ target, exists: existsSync(join(ROOT, "docs", target)) }).toEqual({ target, exists: true });
      }
    }
  });

  it("lead to headings of the page", () => {
    const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^a-z -]/g, "")
        .replaceAll(" ", "-"),
    );
    for (const [, anchor = ""] of page.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(anchor);
  });

  it("name commands that there are", async () => {
    const named = new Set(
      [...`${page}${guide}`.matchAll(/(?:`|^\$ )recare ([a-z]+)/gm)].map(([, command = ""]) => command),
    );
    expect(named.size).toBeGreaterThan(4);
    for (const command of named) {
      const asked = session();
      await run([command, "--help"], asked);
      expect(asked.said.code).toBe(0);
      expect(asked.said.out).toContain(`Usage: recare ${command}`);
    }
  });
});

/** Plays the guide from top to bottom: writes the files that it shows, and gives back what its commands print now. */
async function playedGuide(text: string): Promise<string> {
  const stage = sandbox();
  try {
    let played = "";
    let from = 0;
    for (const match of text.matchAll(/^(?:<!-- write: (\S+) -->\n```\w+|```console)\n(.*?)^```$/gms)) {
      const { 0: whole, 1: path, 2: body = "", index } = match;
      if (path !== undefined) {
        const file = join(stage.folder, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, existsSync(file) ? withKeys(readFileSync(file, "utf8"), body) : body);
        continue;
      }
      const command = body.split("\n")[0] ?? "";
      const lines = [command, ...(await stage.run(command.slice(2)))];
      played += `${text.slice(from, index)}\`\`\`console\n${lines.join("\n").trimEnd()}\n\`\`\``;
      from = index + whole.length;
    }
    return played + text.slice(from);
  } finally {
    stage.close();
  }
}

describe("the guide", () => {
  beforeAll(() => {
    execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: ROOT, stdio: "inherit" });
  });

  it("shows what the program prints; npm run test:update rewrites it", async () => {
    const now = await playedGuide(guide);
    if (process.env.UPDATE_EXPECTED === "1") writeFileSync(GUIDE, now);
    else expect(now).toBe(guide);
    expect(now).toContain("1 campaign built");
  });
});
