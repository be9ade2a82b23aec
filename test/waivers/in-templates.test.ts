import { describe, expect, it } from "vitest";
import { counts } from "../../src/source/index.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";

const WAIVER = "recare-ignore W101 until 2027-01-31 by @dana: counsel has seen these words";
const BLAME = "You ignored us.";

/** Codes that count after a partial with these lines is printed in the English email. */
function withPartial(partial: string): readonly string[] {
  const edit = `-        You can also call us at {{ clinic.phone }}.\n+        {% render "note" %} Call us at {{ clinic.phone }}.\n \n         {{ bring }}`;
  const files = applyEdit(BASE.files, edit).set("library/partials/note.liquid", partial);
  return compileTexts(files)
    .findings.filter(counts)
    .map(({ code }) => code);
}

/** The same with the words in the email itself. */
function withText(words: string): readonly string[] {
  const edit = `-        You can also call us at {{ clinic.phone }}.\n+        ${words} Call us at {{ clinic.phone }}.\n \n         {{ bring }}`;
  return compileTexts(applyEdit(BASE.files, edit))
    .findings.filter(counts)
    .map(({ code }) => code);
}

describe("a waiver in a template", () => {
  it("is not needed where nothing is found", () => {
    expect(withPartial("We are glad to help.")).toEqual([]);
    expect(withPartial(BLAME)).toEqual(["W101"]);
  });

  it.each([
    ["as a comment of Liquid", `{% comment %} ${WAIVER} {% endcomment %}${BLAME}`],
    ["on the line above", `{% comment %}${WAIVER}{% endcomment %}\n${BLAME}`],
    ["with the signs that take white space", `{%- comment -%}${WAIVER}{%- endcomment -%}${BLAME}`],
    ["behind the sign of YAML", `{% comment %} # ${WAIVER} {% endcomment %}${BLAME}`],
    [
      "in another case",
      `{% comment %} ${WAIVER.replace("recare-ignore", "RECARE_Ignore")} {% endcomment %}${BLAME}`,
    ],
  ])("of a partial waives nothing, and is told so: %s", (_, partial) => {
    expect([...withPartial(partial)].sort()).toEqual(["R102", "W101"]);
  });

  it("of a text waives nothing either", () => {
    expect([...withText(`{% comment %} ${WAIVER} {% endcomment %}${BLAME}`)].sort()).toEqual([
      "R102",
      "W101",
    ]);
  });

  it("cannot be hidden by being spelled over two comments", () => {
    const halves = `{% comment %}recare-{% endcomment %}{% comment %}ignore W101{% endcomment %}${BLAME}`;
    expect(withPartial(halves)).toEqual(["W101"]);
  });

  it("is not suspected where a comment only speaks of it", () => {
    expect(withPartial("{% comment %} no waiver here: see docs/waivers.md {% endcomment %}Hello.")).toEqual(
      [],
    );
  });
});
