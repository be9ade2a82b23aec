/** A gap that another tool fills with a value of each patient. Offsets in UTF-16 units. */
export interface Value {
  readonly start: number;
  readonly end: number;
}

/**
 * Mustache and Liquid `{{ name }}` with Liquid's tags, Ruby's `%{name}`, Notify's `((name))`. Notify's conditional
 * text `((field??words))` is none: its words are sent.
 */
const VALUE =
  /\{\{[^{}\n]{0,200}\}\}|\{%[^{}%\n]{0,200}%\}|%\{[A-Za-z_][\w.]{0,60}\}|\(\((?:(?!\?\?)[^()\n]){1,60}\)\)/g;

export function valuesIn(text: string): readonly Value[] {
  // Almost every message has none, and most of the others hold a brace.
  if (!text.includes("{") && !text.includes("((")) return [];
  return Array.from(text.matchAll(VALUE), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}

/**
 * The text with each value as one unknown word of the same length, so that offsets stay, phrases do not reach across
 * it, and its name ("{{ diabetes_clinic }}") is not taken for wording.
 */
export function withValuesHidden(text: string, values: readonly Value[]): string {
  let hidden = "";
  let from = 0;
  for (const { start, end } of values) {
    hidden += text.slice(from, start) + "q".repeat(end - start);
    from = end;
  }
  return hidden + text.slice(from);
}

/** Whether a stretch shares a character with one of others, which are in reading order and apart from each other. */
export function overlaps(stretch: Value, others: readonly Value[]): boolean {
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((others[middle]?.end ?? 0) <= stretch.start) low = middle + 1;
    else high = middle;
  }
  const next = others[low];
  return next !== undefined && next.start < stretch.end;
}
