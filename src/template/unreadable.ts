import { withoutQuoted } from "./pieces.ts";

interface Reason {
  readonly when: RegExp;
  readonly message: string;
  readonly remedy: string;
}

/** What people who know other languages, or a word processor, write; the first that fits is what is said. */
const REASONS: readonly Reason[] = [
  { when: /[“”„‘’]/, message: "has curly quotes", remedy: 'Use straight quotes: "annual-exam".' },
  { when: /===/, message: "compares with three signs", remedy: "Compare with two signs: ==." },
  { when: /(^|[^=!<>])=([^=]|$)/, message: "compares with one sign", remedy: "Compare with two signs: ==." },
  { when: /<>/, message: "compares with <>", remedy: "Write != for is not." },
  { when: /&&/, message: "has &&", remedy: "Write and." },
  { when: /\|\|/, message: "has ||", remedy: "Write or." },
  { when: /![^=]/, message: "has !", remedy: "Write not, or !=." },
  {
    when: /"[^"]*$|'[^']*$/,
    message: "has a quote that is not closed",
    remedy: "Write the same quote at its end.",
  },
  { when: /\[[^\]]*$/, message: "has a [ that is not closed", remedy: "Write ] at its end." },
  {
    when: /\(/,
    message: "has parentheses",
    remedy: "Put one test inside the other; Liquid has no parentheses.",
  },
  { when: /[+*/]|\s-\s/, message: "calculates", remedy: "Declare a field that holds the result." },
  {
    when: /\|\s*($|\||-?[%}])/,
    message: "has a | without a filter",
    remedy: "Write the filter behind |, or remove it.",
  },
  {
    when: /\|\s*\w+\s+[^\s:|,%}-]/,
    message: "has a filter value without a colon",
    remedy: 'Write a colon behind the filter\'s name: append: "x".',
  },
  {
    when: /[\w"']\s+[\w"']/,
    message: "has two names with nothing between them",
    remedy: "Names have no spaces: write clinic.name; compare with ==; join tests with and.",
  },
];

/**
 * Why a tag or output cannot be read, in words for somebody who has never seen a parser.
 *
 * @example whyUnreadable('{% if a = "b" %}').message // '{% if a = "b" %} compares with one sign'
 */
export function whyUnreadable(written: string): { readonly message: string; readonly remedy: string } {
  const start = written.slice(0, 2_000);
  const shown = written.length > 60 ? `${written.slice(0, 59)}…` : written;
  const inner = start.replace(
    /^\{[{%]-?\s*(?:assign\s+\w+\s*=|(?:if|unless|elsif|else|case|when|for|echo|render|capture)\b)?/,
    "",
  );
  if (/^\s*-?[%}]?\}?$/.test(inner))
    return { message: `${shown} names nothing`, remedy: "Write a name or a test here." };
  const bare = withoutQuoted(inner);
  const reason = REASONS.find(({ when }) => when.test(bare));
  if (reason) return { message: `${shown} ${reason.message}`, remedy: reason.remedy };
  return {
    message: `${shown} cannot be read`,
    remedy: "Write one name, or one comparison, and nothing else.",
  };
}
