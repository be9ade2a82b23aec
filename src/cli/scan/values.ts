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

export function overlaps(stretch: Value, values: readonly Value[]): boolean {
  return values.some(({ start, end }) => stretch.start < end && start < stretch.end);
}
