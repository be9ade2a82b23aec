import type { TextHit } from "./scan-text.ts";

/**
 * Gaps that a mail tool or a colleague should have filled in, in the notations of the common tools. `sign` is in every match, so
 * that a text without it is not searched; words such as TBD are terms of the lexicon.
 *
 * Every repetition is bounded and none is nested, so that a hostile text takes linear time.
 */
const NOTATIONS: readonly { readonly name: string; readonly sign: string; readonly pattern: RegExp }[] = [
  { name: "*|NAME|*", sign: "*|", pattern: /\*\|[^|\n]{1,60}\|\*/g },
  { name: "[[name]]", sign: "[[", pattern: /\[\[[^[\]\n]{1,60}\]\]/g },
  { name: "[Name]", sign: "[", pattern: /\[[\p{L}_][\p{L}\d _'’./#-]{1,60}\](?![([])/gu },
  { name: "((name))", sign: "((", pattern: /\(\([A-Za-z_][^()\n]{0,60}\)\)/g },
  { name: "{name}", sign: "{", pattern: /(?<!\{)\{[!#]? ?[A-Za-z_][\w. -]{0,60} ?\}(?!\})/g },
  { name: "{{name}}", sign: "{{", pattern: /\{\{[^{}\n]{1,60}\}\}/g },
  { name: "%name%", sign: "%", pattern: /%%?[A-Za-z]\w{2,60}%%?|%\(\w{1,60}\)s/g },
  { name: "<<name>>", sign: "<<", pattern: /<<[^<>\n]{1,60}>>/g },
  {
    name: "<name>",
    sign: "<",
    pattern: /<(?:insert|your|first|last|clinic|patient|date|time|name|link|phone)\b[^<>\n]{0,60}>/gi,
  },
  { name: "____", sign: "___", pattern: /_{3,60}/g },
  { name: "[object Object]", sign: "[object ", pattern: /\[object [A-Z][a-z]+\]/g },
];

/** What every notation has; most texts have none of it. */
const ANY_SIGN = /[*[({%<]|___/;

/** Leftover gaps in a text, in reading order: `[First Name]`, `*|FNAME|*`, `{patient.first_name}`, TBD. */
export function placeholders(text: string): readonly TextHit[] {
  if (!ANY_SIGN.test(text)) return [];
  const hits: TextHit[] = [];
  for (const { name, sign, pattern } of NOTATIONS) {
    if (!text.includes(sign)) continue;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      hits.push({
        category: "placeholder",
        kind: "placeholder",
        term: name,
        start,
        end: start + match[0].length,
      });
    }
  }
  const ordered = hits.toSorted((x, y) => x.start - y.start || y.end - x.end);
  let until = 0;
  return ordered.filter((hit) => {
    const apart = hit.start >= until;
    if (apart) until = hit.end;
    return apart;
  });
}
