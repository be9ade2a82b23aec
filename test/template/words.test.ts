import fc from "fast-check";
import { expect, it } from "vitest";
import { stretchesOf, stretchesOfAnyScript } from "../../src/template/words.ts";

const piece = fc.constantFrom(
  ..."a Z 9 ' ’ # $ % #5 \n é е \u00ad \u200b \u0301 ʼ 🎉 🇺🇸 ``` - _ ~ \u007f \0 * ** &#97; &#x62; &amp; &shy; &eacute;".split(
    " ",
  ),
  " ",
  "  ",
);
const text = fc.oneof(
  fc.string({ unit: "binary-ascii" }),
  fc.array(piece).map((parts) => parts.join("")),
);

it("cuts a text of ASCII as it cuts one of any script", () => {
  fc.assert(
    fc.property(text, (written) => {
      expect(stretchesOf(written)).toEqual(stretchesOfAnyScript(written));
    }),
    { numRuns: 2_000 },
  );
});

it("leaves out nothing but what no reader sees", () => {
  fc.assert(
    fc.property(text, (written) => {
      let end = 0;
      for (const stretch of stretchesOf(written)) {
        expect(written.slice(end, stretch.start)).toMatch(
          /^(?:[\u00ad\u200b-\u200d\u2060\ufeff]|&(?:#x?[0-9a-f]+|[a-z]+);)*$/i,
        );
        end = stretch.end;
      }
    }),
  );
});
