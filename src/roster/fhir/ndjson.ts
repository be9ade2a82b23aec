import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { RosterProblem } from "../problem.ts";
import { isRecord, type Json, type Resource } from "./resource.ts";

/** The resources of an NDJSON file with the line that each stands on. */
export async function* resourcesOf(
  path: string,
  shown: string,
): AsyncGenerator<{ readonly line: number; readonly resource: Resource }> {
  let line = 0;
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const text of lines) {
    line += 1;
    if (text.trim() === "") continue;
    yield { line, resource: parsed(text, line, shown) };
  }
}

function parsed(text: string, line: number, shown: string): Resource {
  if (!text.includes("\uFFFD")) {
    try {
      const value: Json = JSON.parse(text.replace(/^\uFEFF/, ""));
      if (isRecord(value)) return value;
    } catch {
      // Told below, without the engine's message, which would show a piece of the record.
    }
  }
  throw new RosterProblem(
    `${shown}, line ${line} is not one FHIR resource as JSON in UTF-8.`,
    "Export the files again; each line of a bulk export is one resource.",
  );
}
