/** Texts that stand in YAML without quotes and mean themselves, within brackets too. */
const PLAIN = /^[A-Za-z0-9+][^\n"#{}[\],]*$/;

/**
 * A value of a schema's examples as an author would write it on one line.
 *
 * @example asYaml(["book_online"]) // "[book_online]"
 */
export function asYaml(value: unknown): string {
  if (typeof value === "string")
    return PLAIN.test(value) && !value.includes(": ") ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(asYaml).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, child]) => `${key}: ${asYaml(child)}`);
    return `{${entries.join(", ")}}`;
  }
  return String(value);
}
