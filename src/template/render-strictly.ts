import { Drop, Liquid } from "liquidjs";
import { engine, SETTINGS } from "./engine.ts";
import type { PatientFacts } from "./render.ts";
import { FILTERS } from "./tree.ts";

/** A field that a text prints and that this person lacks: no other words take its place. */
export class MissingField extends Error {
  override readonly name = "MissingField";

  constructor(
    /** Path of the field, `patient.first_name`. */
    readonly path: string,
  ) {
    super(`${path} is printed and missing`);
  }
}

/** Stands for a missing value: in every test it is nothing, and where it is printed it tells which field it is. */
class Missing extends Drop {
  readonly path: string;

  constructor(path: string) {
    super();
    this.path = path;
  }

  override valueOf(): undefined {
    return undefined;
  }

  /** What liquidjs answers for a missing value on this side. */
  equals(other: unknown): unknown {
    if (other instanceof Missing) return true;
    if (other instanceof Drop && "equals" in other && typeof other.equals === "function")
      return other.equals(undefined);
    return other === undefined || other === null;
  }
  gt(): boolean {
    return false;
  }
  geq(): boolean {
    return false;
  }
  lt(): boolean {
    return false;
  }
  leq(): boolean {
    return false;
  }
}

let strict: Liquid | undefined;

/** The engine of `engine.ts` with the same settings, watched where something is printed. */
function strictEngine(): Liquid {
  if (strict !== undefined) return strict;
  const made = new Liquid({ ...SETTINGS, outputEscape: (value: unknown) => printable(value) });
  const plain = engine();
  for (const name of FILTERS) {
    const filter = plain.filters[name];
    if (typeof filter !== "function") throw new TypeError(`liquidjs has no filter ${name}`);
    // `default` is how a greeting does without a name; every other filter would make words of nothing.
    if (name === "default") continue;
    made.registerFilter(name, function (...values: unknown[]) {
      for (const value of values) refuseMissing(value);
      return filter.apply(this, values as [unknown, ...unknown[]]);
    });
  }
  strict = made;
  return made;
}

/** liquidjs types what is printed as text and prints any value. */
function printable(value: unknown): string {
  return refuseMissing(value) as string;
}

function refuseMissing(value: unknown): unknown {
  if (value instanceof Missing) throw new MissingField(value.path);
  return value;
}

/**
 * Prepares a text of a plan for rendering to people who may lack fields. Where every printed field is there, it says
 * what `renderer` says; a missing field decides tests as nothing does, and must not be printed.
 *
 * @param source Liquid that `print` wrote: what stands as `source` in a plan
 * @returns renders one person's facts; `missing` are the paths that the person lacks, `say.` first where said
 * @throws MissingField for the first missing field that would be printed
 *
 * @example strictRenderer("Hi {{ patient.first_name }}")({}, ["patient.first_name"]) // throws MissingField
 */
export function strictRenderer(source: string): (facts: PatientFacts, missing: readonly string[]) => string {
  const liquid = strictEngine();
  const parsed = liquid.parse(source);
  return (facts, missing) => {
    const scope = missing.reduce(withMissing, facts as Tree);
    try {
      return String(liquid.renderSync(parsed, scope));
    } catch (error) {
      throw missingIn(error) ?? error;
    }
  };
}

interface Tree {
  readonly [name: string]: unknown;
}

/** The facts with a stand-in at a path; what is there stays. */
function withMissing(facts: Tree, path: string): Tree {
  const put = (tree: unknown, [name = "", ...rest]: readonly string[]): unknown => {
    const known = typeof tree === "object" && tree !== null ? (tree as Tree) : {};
    const next = rest.length === 0 ? (known[name] ?? new Missing(path)) : put(known[name], rest);
    return { ...known, [name]: next };
  };
  return put(facts, path.split(".")) as Tree;
}

/** liquidjs wraps what is thrown within a template, with the place. */
function missingIn(error: unknown): MissingField | undefined {
  for (let cause = error; cause instanceof Error; cause = Reflect.get(cause, "originalError")) {
    if (cause instanceof MissingField) return new MissingField(cause.path.replace(/^say\./, ""));
  }
  return undefined;
}
