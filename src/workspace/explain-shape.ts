import { choices, type Diagnostic, diagnose } from "../source/index.ts";
import { WRONG_SHAPE } from "./findings/values.ts";
import type { MistakeOf } from "./mistakes.ts";
import { expected, type HeldFile, sample, schemaOf, sentence, subject } from "./naming.ts";
import { type Place, underlined } from "./place.ts";
import type { Schema } from "./schema.ts";

export function wrongShape({ place }: MistakeOf<"wrong shape">, file: HeldFile): Diagnostic {
  const wanted = schemaOf(place, file);
  const types = [wanted.type ?? []].flat();
  const found = { scalar: "one text", seq: "a list", map: "a block of keys" }[place.node.kind];
  return diagnose(WRONG_SHAPE, {
    at: underlined(place, file.text),
    message: `${subject(place, file)} is ${found}, where ${belongs(wanted, types)} belongs.`,
    remedy: shapeRemedy(place, wanted, types),
  });
}

function belongs(wanted: Schema, types: readonly string[]): string {
  const shapes = types.filter((type) => type !== "number" && type !== "integer");
  if (shapes.length > 1) return expected(wanted);
  if (types.includes("array")) return "a list";
  return types.includes("object") ? "a block of keys" : "one text";
}

function shapeRemedy(place: Place, wanted: Schema, types: readonly string[]): string {
  const keys = Object.keys(wanted.properties ?? {});
  if (
    types.length === 1 &&
    types[0] === "object" &&
    wanted.additionalProperties === false &&
    keys.length > 0
  ) {
    return `Below it, indented and each on a line of its own, write ${choices(keys, 40)}.`;
  }
  if (types.length === 1 && types[0] === "array") {
    return `Write each item on a line of its own after a dash, or between brackets: ${sample(place, wanted)}.`;
  }
  if (place.node.kind === "map" && !types.includes("object")) {
    return "Write one text; where it has a colon, put it in quotes.";
  }
  return sentence(`Write ${sample(place, wanted)}`);
}
