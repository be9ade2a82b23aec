import type { Literal } from "./tree.ts";

/**
 * A literal as Liquid reads it back. Texts stand in double quotes with `"` and `\` escaped; the braces that would
 * end a tag are escaped too, since liquidjs looks for them before it looks for quotes.
 *
 * @example literalText('say "hi"') // '"say \\"hi\\""'
 */
export function literalText(value: Literal): string {
  if (value === null) return "nil";
  if (typeof value !== "string") return String(value);
  return `"${value.replace(/[\\"]/g, "\\$&").replace(/[%{}](?=[%{}])/g, "$&\\")}"`;
}
