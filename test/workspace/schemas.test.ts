import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LAPSES, parseDate, parseDuration, RESPONSE_TIMES, WAITS } from "../../src/calendar/index.ts";
import {
  ANCHORS,
  CHANNELS,
  CLAIM_KINDS,
  CLASSES,
  OUTCOMES,
  REPLY_KINDS,
  SCENARIO_IDS,
} from "../../src/model/index.ts";
import { LIBRARY_KINDS, TRUST_KINDS } from "../../src/workspace/index.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Schema = { [keyword: string]: Json };

const KINDS = ["workspace", "campaign", ...LIBRARY_KINDS, ...TRUST_KINDS];
const FOLDER = new URL("../../schemas/", import.meta.url);

function read(kind: string): Schema {
  return JSON.parse(readFileSync(new URL(`${kind}.schema.json`, FOLDER), "utf8"));
}

function isObject(node: Json | undefined): node is Schema {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}

/** Every schema within a schema, with the path to it. */
function* within(schema: Schema, path: string): Generator<readonly [string, Schema]> {
  yield [path, schema];
  for (const keyword of ["properties", "$defs"]) {
    const named = schema[keyword];
    if (!isObject(named)) continue;
    for (const [name, child] of Object.entries(named)) {
      if (isObject(child)) yield* within(child, `${path}/${keyword}/${name}`);
    }
  }
  for (const keyword of ["items", "additionalProperties", "propertyNames"]) {
    const child = schema[keyword];
    if (isObject(child)) yield* within(child, `${path}/${keyword}`);
  }
}

function withValidator(kind: string) {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictSchema: true });
  for (const keyword of ["markdownDescription", "x-expected", "x-reader", "x-rule"]) ajv.addKeyword(keyword);
  const schema = read(kind);
  ajv.addSchema(schema);
  return { ajv, schema, at: (pointer: string) => ajv.getSchema(`${String(schema.$id)}${pointer}`) };
}

test("every kind of file has a schema", () => {
  const present = readdirSync(FOLDER).map((name) => name.replace(".schema.json", ""));
  expect(present).toEqual(expect.arrayContaining(KINDS));
});

describe.each(KINDS)("%s", (kind) => {
  const { ajv, schema, at } = withValidator(kind);

  test("is JSON Schema 2020-12, with its own address", () => {
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.$id).toBe(`https://recare.dev/schemas/${kind}.schema.json`);
    expect(ajv.validateSchema(schema)).toBe(true);
  });

  test("its examples are valid where they stand", () => {
    let examined = 0;
    for (const [pointer, part] of within(schema, "#")) {
      const validate = at(pointer);
      for (const example of Array.isArray(part.examples) ? part.examples : []) {
        expect(validate?.(example), `${pointer}: ${JSON.stringify(example)}`).toBe(true);
        examined++;
      }
    }
    expect(examined).toBeGreaterThan(3);
  });

  test("every key is explained", () => {
    for (const [pointer, part] of within(schema, "#")) {
      if (/\/properties\/[^/]+$/.test(pointer)) expect(isExplained(schema, part), pointer).toBe(true);
    }
  });

  test("no key is accepted that nobody named", () => {
    for (const [pointer, part] of within(schema, "#")) {
      if (part.properties === undefined && part.type !== "object") continue;
      const closed = part.additionalProperties === false;
      expect(closed || (isObject(part.propertyNames) && isObject(part.additionalProperties)), pointer).toBe(
        true,
      );
    }
  });

  test("what has a form says in words what it is", () => {
    for (const [pointer, part] of within(schema, "#")) {
      if (part.pattern !== undefined)
        expect(part["x-expected"] ?? part.description, pointer).toBeTypeOf("string");
    }
  });

  test("whole numbers are bounded alike as numbers and as text", () => {
    for (const [pointer, part] of within(schema, "#")) {
      if (part.minimum === undefined) continue;
      const validate = at(pointer);
      fc.assert(
        fc.property(fc.integer({ min: -2, max: 2_000_000 }), (count) => {
          expect(validate?.(String(count))).toBe(validate?.(count));
        }),
      );
    }
  });
});

/** Whether a key, or what it refers to, has words for a reader. */
function isExplained(root: Schema, part: Schema): boolean {
  if (typeof part.title === "string" || typeof part.description === "string") return true;
  const name = String(part.$ref ?? "").replace("#/$defs/", "");
  const definition = isObject(root.$defs) ? root.$defs[name] : undefined;
  return isObject(definition) && isExplained(root, definition);
}

test("what several schemas define is defined alike", () => {
  const seen = new Map<string, Json>();
  for (const kind of KINDS) {
    const { $defs } = read(kind);
    for (const [name, definition] of Object.entries(isObject($defs) ? $defs : {})) {
      if (seen.has(name)) expect(definition, `${kind}: ${name}`).toEqual(seen.get(name));
      seen.set(name, definition);
    }
  }
});

test("the closed lists are those of the model", () => {
  const lists = new Map<string, Json>();
  for (const kind of KINDS) {
    for (const [pointer, part] of within(read(kind), kind)) if (part.enum) lists.set(pointer, part.enum);
  }
  const known: readonly (readonly string[])[] = [
    ANCHORS,
    CHANNELS,
    CLAIM_KINDS,
    CLASSES,
    OUTCOMES,
    SCENARIO_IDS,
  ];
  for (const list of known) {
    expect(
      [...lists.values()].some((values) => JSON.stringify(values) === JSON.stringify(list)),
      list.join(),
    ).toBe(true);
  }
  expect(lists.get("actions/$defs/replyKind")).toEqual([...REPLY_KINDS]);
  const playbook = [...within(read("teams"), "")].find(
    ([pointer]) => pointer === "/properties/playbooks/additionalProperties",
  )?.[1].properties;
  expect(isObject(playbook) && Object.keys(playbook)).toEqual([...REPLY_KINDS]);
});

describe("an editor underlines no value that its reader accepts", () => {
  const { at } = withValidator("claims");
  const campaign = withValidator("campaign");
  const number = fc.oneof(fc.nat({ max: 400 }), fc.nat());
  const unit = fc.constantFrom("minute", "hour", "business day", "day", "week", "month", "year");
  const plural = fc.constantFrom("", "s");
  const duration = fc.oneof(
    fc.tuple(number, unit, plural).map(([count, name, ending]) => `${count} ${name}${ending}`),
    fc.constant("at once"),
  );

  test("dates", () => {
    const form = at("#/$defs/date");
    const written = fc
      .tuple(fc.nat({ max: 9999 }), fc.nat({ max: 14 }), fc.nat({ max: 33 }))
      .map((parts) => parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0")).join("-"));
    fc.assert(fc.property(written, (text) => !parseDate(text).ok || form?.(text) === true));
  });

  test.each([
    ["waits", campaign.at("#/$defs/wait"), WAITS],
    ["response times", withValidator("teams").at("#/$defs/responseTime"), RESPONSE_TIMES],
    ["lapses", withValidator("pathways").at("#/$defs/span"), LAPSES],
  ] as const)("%s", (_, form, grammar) => {
    fc.assert(fc.property(duration, (text) => !parseDuration(text, grammar).ok || form?.(text) === true));
  });
});
