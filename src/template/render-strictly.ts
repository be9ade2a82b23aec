import { Drop, Liquid } from "liquidjs";
import { engine, SETTINGS } from "./engine.ts";
import type { PatientFacts } from "./render.ts";
import { FILTERS } from "./tree.ts";

/** A field that a text prints and that cannot be printed for this person: no other words take its place. */
export class UnprintableField extends Error {
  override readonly name = "UnprintableField";

  constructor(
    /** Path of the field, `patient.first_name`. */
    readonly path: string,
  ) {
    super(`${path} is printed and cannot be`);
  }
}

type Known = string | number | undefined;

/** Stands for a value in every test, and tells which field it is where somebody prints it. */
class HeldBack extends Drop {
  readonly path: string;
  readonly known: Known;

  constructor(path: string, known: Known) {
    super();
    this.path = path;
    this.known = known;
  }

  override valueOf(): Known {
    return this.known;
  }

  /** What liquidjs answers with the value itself on this side. */
  equals(other: unknown): unknown {
    if (other instanceof HeldBack) return other.known === this.known;
    if (other instanceof Drop && "equals" in other && typeof other.equals === "function")
      return other.equals(this.known);
    return this.known === undefined ? other === undefined || other === null : other === this.known;
  }
  gt(other: unknown): boolean {
    return this.compared(other, (known, than) => known > than);
  }
  geq(other: unknown): boolean {
    return this.compared(other, (known, than) => known >= than);
  }
  lt(other: unknown): boolean {
    return this.compared(other, (known, than) => known < than);
  }
  leq(other: unknown): boolean {
    return this.compared(other, (known, than) => known <= than);
  }

  private compared(other: unknown, holds: (known: never, than: never) => boolean): boolean {
    const than = other instanceof HeldBack ? other.known : other;
    if (than instanceof Drop || than === undefined || this.known === undefined) return false;
    return holds(this.known as never, than as never);
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
      for (const value of values) refuseHeldBack(value);
      return filter.apply(this, values as [unknown, ...unknown[]]);
    });
  }
  strict = made;
  return made;
}

/** liquidjs types what is printed as text and prints any value. */
function printable(value: unknown): string {
  return refuseHeldBack(value) as string;
}

function refuseHeldBack(value: unknown): unknown {
  if (value instanceof HeldBack) throw new UnprintableField(value.path);
  return value;
}

/**
 * Prepares a text of a plan for rendering to people some of whose fields cannot be printed. Where everything can be, it
 * says what `renderer` says. A field that is held back still decides tests, with its value or as missing.
 *
 * @param source Liquid that `print` wrote: what stands as `source` in a plan
 * @returns renders one person's facts; `heldBack` has their value for tests by path, `undefined` where they are
 *   missing; a field that is said has a path of its own, `say.visit.date`
 * @throws UnprintableField for the first field that is held back and would be printed
 *
 * @example
 * strictRenderer("Hi {{ patient.first_name }}")({}, new Map([["patient.first_name", undefined]])) // throws
 */
export function strictRenderer(
  source: string,
): (facts: PatientFacts, heldBack: ReadonlyMap<string, Known>) => string {
  const liquid = strictEngine();
  const parsed = liquid.parse(source);
  return (facts, heldBack) => {
    const scope = [...heldBack].reduce<Tree>((tree, [path, known]) => withHeldBack(tree, path, known), facts);
    try {
      return String(liquid.renderSync(parsed, scope));
    } catch (error) {
      throw unprintableIn(error) ?? error;
    }
  };
}

interface Tree {
  readonly [name: string]: unknown;
}

/** The facts with a stand-in at a path. */
function withHeldBack(facts: Tree, path: string, known: Known): Tree {
  const put = (tree: unknown, [name = "", ...rest]: readonly string[]): Tree => {
    const others = typeof tree === "object" && tree !== null ? (tree as Tree) : {};
    return { ...others, [name]: rest.length === 0 ? new HeldBack(path, known) : put(others[name], rest) };
  };
  return put(facts, path.split("."));
}

/** liquidjs wraps what is thrown within a template, with the place. */
function unprintableIn(error: unknown): UnprintableField | undefined {
  for (let cause = error; cause instanceof Error; cause = Reflect.get(cause, "originalError")) {
    if (cause instanceof UnprintableField) return new UnprintableField(cause.path.replace(/^say\./, ""));
  }
  return undefined;
}
