import { choices } from "../source/index.ts";
import { FILTERS, type FilterName } from "./tree.ts";

/** How many values each filter takes after its colon: at least, at most. */
export const FILTER_ARITY: Readonly<Record<FilterName, readonly [least: number, most: number]>> = {
  append: [1, 1],
  capitalize: [0, 0],
  default: [1, 1],
  downcase: [0, 0],
  first: [0, 0],
  join: [0, 1],
  last: [0, 0],
  prepend: [1, 1],
  size: [0, 0],
  strip: [0, 0],
  truncate: [1, 2],
  upcase: [0, 0],
};

export function isFilterName(name: string): name is FilterName {
  return (FILTERS as readonly string[]).includes(name);
}

const REASONS: readonly {
  readonly filters: readonly string[];
  readonly why: string;
  readonly instead: string;
}[] = [
  {
    filters: ["json", "jsonify", "inspect"],
    why: "prints a whole record, with facts that the text does not name",
    instead: "Print the fields that you need, one by one.",
  },
  {
    filters: [
      ...["map", "where", "where_exp", "reject", "reject_exp", "group_by", "group_by_exp", "has", "has_exp"],
      ...[
        "find",
        "find_exp",
        "find_index",
        "find_index_exp",
        "sum",
        "sort",
        "sort_natural",
        "uniq",
        "compact",
      ],
      ...["concat", "push", "pop", "shift", "unshift", "reverse", "slice"],
    ],
    why: "picks facts by a name in quotes, which no check can follow",
    instead: "Declare a field that holds what you need, and print that.",
  },
  {
    filters: ["date", "date_to_xmlschema", "date_to_rfc822", "date_to_string", "date_to_long_string"],
    why: "reads the clock and the time zone of the computer that writes the message",
    instead: "Declare a field with the date as patients read it, and print that.",
  },
  {
    filters: ["sample"],
    why: "prints another text each time",
    instead: "Use a test with two wordings instead.",
  },
  {
    filters: [
      ...[
        "abs",
        "at_least",
        "at_most",
        "ceil",
        "divided_by",
        "floor",
        "minus",
        "plus",
        "modulo",
        "times",
        "round",
      ],
      ...["to_integer", "number_of_words"],
    ],
    why: "calculates, and no reviewer sees the result",
    instead: "Declare a field that holds the number, and print that.",
  },
  {
    filters: ["escape", "escape_once", "xml_escape", "unescape", "raw", "newline_to_br", "strip_html"],
    why: "is not needed: each channel is escaped where it is sent",
    instead: "Remove the filter.",
  },
];

/** Why a filter of liquidjs is not part of the campaign language, and what to write instead. */
export function refusalOf(filter: string): { readonly why: string; readonly instead: string } {
  return (
    REASONS.find(({ filters }) => filters.includes(filter)) ?? {
      why: "is not part of the campaign language",
      instead: `Use one of: ${choices(FILTERS)}.`,
    }
  );
}
