import { visible } from "../visible.ts";

/** HTML that this room wrote itself. A string is never taken for markup: only `html` makes one. */
export class Markup {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }
}

type Printable = Markup | readonly Printable[] | string | number | false | null | undefined;

/**
 * A piece of HTML. Every value is escaped unless it is itself `Markup`; lists are joined; `false`, `null` and
 * `undefined` print nothing. Attributes must be quoted, then a value can leave neither an element nor an attribute.
 *
 * @example html`<b title="${title}">${name}</b>`
 */
export function html(parts: TemplateStringsArray, ...values: readonly Printable[]): Markup {
  let source = parts[0] ?? "";
  values.forEach((value, i) => {
    source += print(value) + (parts[i + 1] ?? "");
  });
  return new Markup(source);
}

export const NOTHING = html``;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The one HTML escaper: safe in element text and in quoted attributes; unseen characters become visible tokens. */
export function escapeHtml(text: string): string {
  return visible(text).replaceAll(/[&<>"']/g, (c) => ENTITIES[c] ?? "");
}

function print(value: Printable): string {
  if (value instanceof Markup) return value.toString();
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(print).join("");
  return "";
}
