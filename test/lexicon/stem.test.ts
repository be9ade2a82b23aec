import { describe, expect, it } from "vitest";
import { stemOf } from "../../src/lexicon/stem.ts";

describe("stemOf", () => {
  it.each([
    ["shot", "shots"],
    ["biopsy", "biopsies"],
    ["biopsy", "biopsys"],
    ["diagnosis", "diagnoses"],
    ["rash", "rashes"],
    ["illness", "illnesses"],
    ["virus", "viruses"],
    ["disease", "diseases"],
    ["kidney", "kidneys"],
    ["headache", "headaches"],
    ["infeccion", "infecciones"],
    ["tumor", "tumores"],
    ["lupus", "lupus"],
  ])("%s and %s are the same word", (one, other) => {
    expect(stemOf(other)).toBe(stemOf(one));
  });

  it.each([
    ["therapy", "therapist"],
    ["health", "healthy"],
    ["heart", "hearty"],
    ["colon", "colony"],
    ["plan", "planes"],
    ["count", "county"],
    ["care", "car"],
    ["new", "newts"],
  ])("%s and %s are not", (one, other) => {
    expect(stemOf(other)).not.toBe(stemOf(one));
  });
});
