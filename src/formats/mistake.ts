import type { FormatError } from "./validators.generated.js";

const LONGEST_VALUE = 60;

/** `/steps/0/channel: must be text, is 5`: where it is in the file, as a JSON Pointer, and what should be there. */
export function mistakeText({ keyword, instancePath, params }: FormatError, root: unknown): string {
  const place = instancePath === "" ? "" : `${instancePath}: `;
  const found = shown(valueAt(root, instancePath));
  switch (keyword) {
    case "required":
      return `${place}the key ${JSON.stringify(params.missingProperty)} is missing`;
    case "additionalProperties":
      return `${place}the key ${JSON.stringify(params.additionalProperty)} is not known`;
    case "type":
      return `${place}must be ${listed(params.type)}, is ${found}`;
    case "enum":
      return `${place}must be ${listed(params.allowedValues)}, is ${found}`;
    case "const":
      return `${place}must be ${JSON.stringify(params.allowedValue)}, is ${found}`;
    case "pattern":
      return `${place}must match ${String(params.pattern)}, is ${found}`;
    default:
      return `${place}${keyword} does not hold for ${found}`;
  }
}

function listed(value: unknown): string {
  const all = (Array.isArray(value) ? value : [value]).map(String);
  return all.length > 1 ? `one of ${all.join(", ")}` : (all[0] ?? "");
}

function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const key of pointer.split("/").slice(1)) {
    if (typeof value !== "object" || value === null) return undefined;
    const name = key.replaceAll("~1", "/").replaceAll("~0", "~");
    value = new Map<string, unknown>(Object.entries(value)).get(name);
  }
  return value;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value) ?? "missing";
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
