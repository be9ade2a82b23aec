import { join } from "node:path";
import type { Channel } from "../../channel.ts";
import { KeyedLines } from "../files/keyed-lines.ts";
import { resourceOf } from "./resources.ts";

/** Messages as NDJSON files of FHIR R4 resources, for a portal or a record system: one file a type, one line a touch. */
export function fhirChannel(folder: string): Channel {
  const files = new Map<string, KeyedLines>();
  const fileOf = (type: string) => {
    const known = files.get(type) ?? new KeyedLines(join(folder, `${type}.ndjson`), touchOf);
    files.set(type, known);
    return known;
  };
  return {
    name: "fhir",
    deduplicates: true,
    async send(message, key) {
      const resource = resourceOf(message);
      fileOf(resource.resourceType).add(key, JSON.stringify(resource));
      return { outcome: "sent", reference: `${resource.resourceType}/${resource.id}` };
    },
    async flush() {
      for (const file of files.values()) file.flush();
    },
    async close() {
      for (const file of files.values()) file.close();
    },
  };
}

function touchOf(line: string): string | undefined {
  const { identifier } = JSON.parse(line) as { identifier?: readonly { value?: string }[] };
  return identifier?.[0]?.value;
}
