import { expect, it } from "vitest";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";

const codes = (text: string): readonly string[] =>
  compileTexts(
    applyEdit(
      BASE.files,
      `-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} ${text} {{ message.next_step }}`,
    ),
  ).findings.map(({ code }) => code);

it.each([
  ["in emphasis", "We **guarantee** it.", "L108"],
  ["across emphasis", "You get the **best** doctors here.", "L101"],
  ["across branches", "We guaran{% if visit.rebooked %}tee{% else %}tee{% endif %} it.", "L108"],
  ["in one branch", "We have {% if visit.rebooked %}free{% else %}new{% endif %} visits.", "L112"],
  ["in a captured text", "{% capture x %}a full{% endcapture %}We promise {{ x }} recovery.", "L108"],
  ["with another letter that looks the same", "We guar\u0430ntee it.", "L108"],
  ["in the text of a link", "[A free visit](https://maple.example/r) is waiting.", "L112"],
])("a claim is found %s", (_, text, code) => {
  expect(codes(text)).toContain(code);
});
