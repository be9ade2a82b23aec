import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeholders } from "../../src/lexicon/index.ts";

const found = (text: string): string[] => placeholders(text).map((hit) => text.slice(hit.start, hit.end));

describe("placeholders", () => {
  it.each([
    "[First Name]",
    "[[name]]",
    "[nombre del paciente]",
    "*|FNAME|*",
    "{patient.first_name}",
    "{{ first_name }}",
    "{!Contact.FirstName}",
    "%{patient_name}",
    "$" + "{name}",
    "%FIRSTNAME%",
    "%%FirstName%%",
    "%(name)s",
    "<<Name>>",
    "<insert date>",
    "((firstName))",
    "____",
    "[object Object]",
  ])("finds %s", (gap) => {
    expect(found(`Hi ${gap}, call us.`).join(" ")).toContain(gap.replace(/^[%$](?=\{)/, ""));
  });

  it.each([
    "See [our page](https://mplhealth.example) or [this one][1].",
    "50% off and 20% more, (our hours), a < b > c",
    "Call (217) 555-0142 (after 5)",
    "snake_case_name and __bold__",
  ])("is quiet about: %s", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("reads hostile text in linear time", () => {
    for (const piece of ["[", "{", "*|", "%", "<<", "((", "[a", "{a ", "_"]) {
      const text = piece.repeat(100_000);
      const start = performance.now();
      placeholders(text);
      expect(performance.now() - start, piece).toBeLessThan(2000);
    }
  });

  it("reports places in order that do not overlap", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."[]{}*|%<>(a _"), maxLength: 80 }), (text) => {
        let until = 0;
        for (const hit of placeholders(text)) {
          expect(hit.start).toBeGreaterThanOrEqual(until);
          expect(hit.end).toBeGreaterThan(hit.start);
          until = hit.end;
        }
      }),
    );
  });
});
