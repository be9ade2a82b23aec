import { canonicalJson, type Json } from "../../plan/index.ts";
import { compareText } from "../../source/index.ts";

/** One value that differs, wherever it stands in a plan. */
export interface Difference {
  /** Keys from the top down; members of a list by their own name: `["respond", "replies", "booked", "within"]`. */
  readonly path: readonly string[];
  /** Undefined where it is not there. */
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly pointers: Pointers;
}

/** JSON Pointers (RFC 6901) into the two plans; where one has nothing, to what holds it there. */
export interface Pointers {
  readonly base: string;
  readonly head: string;
}

/** A value and where it stands. */
interface Placed {
  readonly value: Json | undefined;
  readonly pointer: string;
}

/**
 * Every difference between two values, as deep as it lies. Members of lists are told apart by what names them, so that
 * one more team is one difference and not one for each that moved down.
 */
export function differences(base: Placed, head: Placed, path: readonly string[]): readonly Difference[] {
  const [before, after] = [base.value, head.value];
  if (before !== undefined && after !== undefined && canonicalJson(before) === canonicalJson(after))
    return [];
  const here = { path, before, after, pointers: { base: base.pointer, head: head.pointer } };
  const [old, now] = [membersOf(base), membersOf(head)];
  if (old === undefined || now === undefined) return [here];
  const within = [...new Set([...old.keys(), ...now.keys()])].flatMap((key) =>
    differences(
      old.get(key) ?? { value: undefined, pointer: base.pointer },
      now.get(key) ?? { value: undefined, pointer: head.pointer },
      [...path, key],
    ),
  );
  // The same members in another order, and order may mean something: the first that fits, who is next.
  return within.length > 0 ? within : [{ ...here, path: [...path, "order"] }];
}

/** What names a member of a list, from the most telling. */
const NAMES = [
  "id",
  "outlet",
  "path",
  "rule",
  "kind",
  "code",
  "on",
  "name",
  "day",
  "pointer",
  "text",
  "english",
];

/** Members by their key; undefined for what has none. A list of texts is a set of them. */
function membersOf({ value, pointer }: Placed): ReadonlyMap<string, Placed> | undefined {
  if (value === undefined || value === null || typeof value !== "object") return undefined;
  const place = (token: string, member: Json): Placed => ({
    value: member,
    pointer: `${pointer}/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`,
  });
  if (!isList(value)) {
    const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
    return new Map(entries.map(([key, member]) => [key, place(key, member)]));
  }
  const texts = value.every((member) => typeof member === "string");
  const name = NAMES.find((key) => value.every((member) => textOf(member, key) !== undefined));
  const members = new Map<string, Placed>();
  for (const [index, member] of value.entries()) {
    const own = texts ? String(member) : name === undefined ? undefined : textOf(member, name);
    // Two members of one name are told apart by their order.
    let key = own ?? String(index);
    for (let n = 2; members.has(key); n++) key = `${own ?? index} (${n})`;
    members.set(key, place(String(index), member));
  }
  return members;
}

function textOf(member: Json, key: string): string | undefined {
  if (member === null || typeof member !== "object" || isList(member)) return undefined;
  const value = member[key];
  return typeof value === "string" ? value : undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** A value as a reviewer reads it. */
export function said(value: Json | undefined): string | null {
  if (value === undefined) return null;
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "object") return String(value);
  if (isList(value)) return value.length === 0 ? "none" : value.map(said).join(", ");
  if (typeof value.english === "string") return value.english;
  const parts = Object.entries(value).flatMap(([key, part]) => {
    const words = part === null || (isList(part) && part.length === 0) ? null : said(part);
    return words === null ? [] : [`${key.replaceAll("_", " ")}: ${words}`];
  });
  return parts.join("; ");
}
