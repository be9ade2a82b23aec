import { Drop, Liquid, type LiquidOptions } from "liquidjs";
import type { FilterName } from "./tree.ts";
import { NIL, type Value } from "./value.ts";

/**
 * The longest text that one rendering may build, in UTF-16 units of all intermediate values together. Far above any
 * message; a deterministic stop for what slipped through.
 */
const MEMORY_UNITS = 10_000_000;

let liquid: Liquid | undefined;

/**
 * The engine that renders what patients read; made on first use and shared.
 *
 * `locale` is given since liquidjs otherwise asks Intl for it, which costs 20 ms in a fresh process. No partials are
 * registered: what is rendered has been inlined.
 */
export function engine(): Liquid {
  liquid ??= new Liquid(SETTINGS);
  return liquid;
}

/** How every text is rendered, whatever watches it. */
export const SETTINGS: LiquidOptions = {
  locale: "en-US",
  ownPropertyOnly: true,
  strictFilters: false,
  strictVariables: false,
  dynamicPartials: true,
  relativeReference: false,
  greedy: true,
  cache: false,
  templates: {},
  memoryLimit: MEMORY_UNITS,
};

/** What the engine itself makes of a filter; all analyses fold constants through it. */
export function applyFilter(name: FilterName, input: Value, args: readonly Value[]): Value {
  const scope: Record<string, unknown> = Object.create(null);
  const word = (value: Value, name: string): string => {
    if (value === NIL) return "nil";
    scope[name] = value;
    return name;
  };
  const words = args.map((arg, index) => word(arg, `a${index}`));
  const call = words.length === 0 ? name : `${name}: ${words.join(", ")}`;
  return fromEngine(engine().evalValueSync(`${word(input, "x")} | ${call}`, scope));
}

function fromEngine(value: unknown): Value {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
    case "undefined":
      return value;
    case "object":
      if (value === null) return null;
      if (value instanceof Drop) return NIL;
      if (Array.isArray(value)) return value.map(fromEngine);
      return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fromEngine(member)]));
    default:
      throw new TypeError(`liquidjs returned a ${typeof value} from a filter`);
  }
}
