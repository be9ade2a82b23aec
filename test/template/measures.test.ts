import { describe, expect, it } from "vitest";
import {
  type Describe,
  gsm7Offenders,
  lengthOf,
  link,
  print,
  render,
  type Scope,
  type Skeleton,
  skeleton,
  smsParts,
  type Template,
  variants,
  witness,
  witnessWithout,
  wordLattice,
} from "../../src/template/index.ts";
import { lowered } from "./world.ts";

const CLINIC: Scope = {
  roots: new Set(["visit", "patient", "clinic", "claim"]),
  names: () => ["visit.type", "patient.first_name", "clinic.name"],
  bind(root, segments) {
    const path = [root, ...segments.map((segment) => ("name" in segment ? segment.name : "?"))].join(".");
    if (root !== "claim") return { kind: "field", path, said: path === "visit.type" };
    return { kind: "insert", what: "claim", id: "served", body: lowered("We serve you.") };
  },
};

const describeField: Describe = (path, said) => {
  const types = [
    { value: "annual-exam", words: "yearly visit" },
    { value: "lab", words: "lab review" },
    { value: "imaging", words: "scan" },
  ];
  if (path === "visit.type")
    return { longest: 12, gsm7: true, values: said ? types : types.map(({ value }) => value) };
  return path === "clinic.name" ? { longest: 20, gsm7: false } : { longest: 14, gsm7: true };
};

function tree(text: string): Template {
  return link(lowered(text), CLINIC, { allowAssign: true, allowDefault: true }).value;
}

const whole = (text: string): Skeleton => skeleton(tree(text), describeField);
const bound = (text: string) => lengthOf(whole(text));

describe("length", () => {
  it("is reached by the longest rendering", () => {
    const text =
      "{% if patient.first_name %}Hi {{ patient.first_name }}.{% else %}Hello.{% endif %} Your {{ visit.type }}";
    const facts = {
      patient: { first_name: "A".repeat(14) },
      visit: { type: "annual-exam" },
      say: { visit: { type: "yearly visit" } },
    };
    expect(bound(text).longest).toBe(render(print(tree(text)), facts).length);
  });

  it("counts extension characters twice, and tells the two encodings apart", () => {
    expect(bound("a[€]")).toEqual({ septets: 7, ucs2: -1, longest: 4 });
    expect(bound("a’b")).toEqual({ septets: -1, ucs2: 3, longest: 3 });
    expect(bound("{% if patient.x %}abcdef{% else %}’{% endif %}")).toEqual({
      septets: 6,
      ucs2: 1,
      longest: 6,
    });
    expect(
      bound("{% if patient.x %}abcdef{% else %}’{% endif %}{% if patient.y %}é{% else %}😀{% endif %}"),
    ).toEqual({
      septets: 7,
      ucs2: 8,
      longest: 8,
    });
  });

  it("takes a value that may leave GSM-7 for the worst of both encodings", () => {
    expect(bound("{{ clinic.name }}")).toEqual({ septets: 40, ucs2: 20, longest: 20 });
    expect(bound("{{ patient.first_name }}")).toEqual({ septets: 14, ucs2: -1, longest: 14 });
  });

  it("counts extension characters twice in words that were given up, too", () => {
    const trimmed = "{% capture v %}€{% if patient.x %}a{% endif %}{% endcapture %}{{ v | strip }}";
    expect(bound(trimmed)).toEqual({ septets: 4, ucs2: 2, longest: 2 });
  });

  it("lets capitals leave GSM-7", () => {
    expect(bound("{{ patient.first_name | upcase }}")).toEqual({ septets: 56, ucs2: 28, longest: 28 });
  });

  it("has no end where a field has none", () => {
    const endless = skeleton(tree("{{ patient.note }}"), () => ({
      longest: Number.POSITIVE_INFINITY,
      gsm7: true,
    }));
    expect(lengthOf(endless).longest).toBe(Number.POSITIVE_INFINITY);
    expect(smsParts(lengthOf(endless))).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    ["{{ patient.first_name | upcase }}", 28],
    ["{{ clinic.name | upcase }}", 60],
    ["{{ patient.first_name | truncate: 5 }}", 8],
    ['{{ patient.first_name | truncate: 5, "" }}', 5],
    ["{{ patient.first_name | truncate: 20 }}", 14],
    ['{{ clinic.name | truncate: 5, "" }}', 10],
    ["{{ patient.first_name | size }}", 2],
    ['{{ "ΐ" | upcase }}', 3],
    [
      "{% for i in (1..3) %}{{ patient.first_name }}{% unless forloop.last %}, {% endunless %}{% endfor %}",
      46,
    ],
    ["{% for word in patient.words limit: 3 %}ab{% endfor %}", 6],
    ["{% capture v %}{{ patient.first_name }}!{% endcapture %}{{ v }}{{ v | append: v }}", 45],
  ])("of %s is at most %i", (text, longest) => {
    expect(bound(text).longest).toBe(longest);
  });

  it.each([
    [0, 1],
    [160, 1],
    [161, 2],
    [304, 2],
    [305, 3],
  ])("of %i septets takes %i parts", (septets, parts) => {
    expect(smsParts({ septets, ucs2: -1, longest: septets })).toBe(parts);
  });

  it.each([
    [70, 1],
    [71, 2],
    [132, 2],
    [133, 3],
  ])("of %i units outside GSM-7 takes %i parts", (ucs2, parts) => {
    expect(smsParts({ septets: -1, ucs2, longest: ucs2 })).toBe(parts);
  });

  it("takes the parts of the worse encoding", () => {
    expect(smsParts({ septets: 100, ucs2: 71, longest: 100 })).toBe(2);
  });

  it("leaves out branches that the ones around them rule out", () => {
    const text = '{% case visit.type %}{% when "lab" %}{{ visit.type }}{% else %}-{% endcase %}';
    expect(bound(text).longest).toBe("lab review".length);
    const never =
      '{% if visit.type == "lab" %}{% if visit.type == "imaging" %}far too long for anybody{% endif %}a{% endif %}';
    expect(bound(never).longest).toBe(1);
  });

  it("stays small where a text doubles in names", () => {
    const doubling = `{% assign s = "guarantee " %}${"{% if patient.x %}{% assign s = s | append: s %}{% endif %}".repeat(60)}{{ s }}`;
    const lattice = wordLattice(whole(doubling));
    expect(lattice.truncated).toBe(true);
    expect(bound(doubling).longest).toBe("guarantee ".length * 2 ** 60);
  });
});

it("finds the characters that make a message UCS-2, with what to write instead", () => {
  const text = 'We’re open – {% if visit.type == "lab" %}¡sí!{% endif %} 😀';
  const found = gsm7Offenders(whole(text)).map(({ character, suggestion, at, when }) => [
    text.slice(at.start, at.end) === character,
    character,
    suggestion,
    when,
  ]);
  expect(found).toEqual([
    [true, "’", "'", ""],
    [true, "–", "-", ""],
    [true, "í", undefined, "when visit.type is lab"],
    [true, "😀", undefined, ""],
  ]);
});

describe("words of all renderings", () => {
  /** Every path, as a reader would see it; `.` marks the first word of a sentence. */
  function paths(text: string): readonly string[] {
    const { start, outgoing } = wordLattice(whole(text));
    const from = (position: number): readonly string[] => {
      const words = outgoing.get(position) ?? [];
      if (words.length === 0) return [""];
      return words.flatMap(({ text: word, opensSentence, to }) =>
        from(to).map((rest) => `${opensSentence ? "." : ""}${word} ${rest}`.trim()),
      );
    };
    return [...new Set(from(start))].sort();
  }

  it.each([
    [
      "joined across branches",
      "guaran{% if patient.x %}tee{% else %}tor{% endif %}s",
      [".guarantees", ".guarantors"],
    ],
    ["an optional word", "We {% if patient.x %}really {% endif %}care", [".We care", ".We really care"]],
    ["apostrophes inside words", "don’t 'quote' it's", [".don't quote it's"]],
    ["an apostrophe at a border", "it{% if patient.x %}’{% endif %}s", [".it's", ".its"]],
    ["hyphens and slashes part words", "follow-up and/or", [".follow up and or"]],
    ["hyphens are not lost at a border", "a{% if patient.x %}-{% endif %}b", [".a b", ".ab"]],
    ["emoji are words", "Hi👍🏽👨‍👩‍👧 you😀", [".Hi 👍🏽 👨‍👩‍👧 you 😀"]],
    ["marks belong to their letters", "cafe\u0301s", [".cafe\u0301s"]],
    ["a soft hyphen hides nothing", "guaran\u00adtee", [".guarantee"]],
    ["a field is one word", "Hi {{ patient.first_name }}s", [".Hi ⟦patient.first_name⟧s"]],
    ["listed values", "Your {{ visit.type }}.", [".Your lab review", ".Your scan", ".Your yearly visit"]],
    [
      "sentences",
      'Hi. You "see it." Ask\n\nnow mplhealth.example/r 3.5',
      [".Hi .You see it .Ask .now mplhealth example r 3 5"],
    ],
    ["what a partial is given", '{% render "line", v: "We", b: "ll" %}', [".We", ".Well"]],
    ["a few turns of a loop", "{% for i in (1..4) limit: 2 offset: 1 %}{{ i }} {% endfor %}", [".2 3"]],
    [
      "the values that an or leaves",
      '{% if visit.type == "lab" or visit.type == "imaging" %}Your {{ visit.type }}{% else %}We{% endif %}',
      [".We", ".Your lab review", ".Your scan"],
    ],
    ["a loop from its end", "{% for i in (1..3) offset: 1 reversed %}{{ i }} {% endfor %}", [".3 2"]],
    ["a sentence that ends between words", "Go {% if patient.x %}. {% endif %}On", [".Go .On", ".Go On"]],
    [
      "a loop that passes over its whole list",
      "{% for w in patient.words limit: 1 offset: 1 %}a {% else %}e {% endfor %}b",
      [".a b", ".b", ".e b"],
    ],
    ["a sentence that ends in one branch", "Go{% if patient.x %}!{% endif %} On", [".Go .On", ".Go On"]],
  ])("%s", (_, text, expected) => {
    expect(paths(text)).toEqual(expected);
  });

  it.each([
    ["an ending that may be cut up", '{{ patient.first_name | truncate: 5, "guarantee" }}', true],
    ["a value cut short", "{{ patient.first_name | truncate: 5 }}", false],
    [
      "words that are trimmed",
      "{% capture v %} {% if patient.x %}tee{% endif %}{% endcapture %}guaran{{ v | strip }}",
      true,
    ],
    ["a name that nobody set", "{{ nobody }}", true],
    ["a loop over a field", "{% for word in patient.words %}a{% endfor %}", true],
    ["a loop that turns a few times", "{% for word in patient.words limit: 3 %}a{% endfor %}", false],
  ])("calls %s clean only where it is: %s", (_, text, truncated) => {
    expect(wordLattice(whole(text)).truncated).toBe(truncated);
  });

  it("knows where each part of a word stands, its guard and its insert", () => {
    const text = 'guaran{% if visit.type == "lab" %}tee{% endif %} {{ claim.served }}';
    const { outgoing } = wordLattice(whole(text));
    const words = [...outgoing.values()].flat();
    const joined = words.find((word) => word.text === "guarantee");
    expect(joined?.at.map(({ start, end }) => text.slice(start, end))).toEqual(["guaran", "tee"]);
    expect(joined?.when).toBe("when visit.type is lab");
    expect(words.find((word) => word.text === "serve")?.marks).toEqual(["claim:served"]);
    expect(words.find((word) => word.text === "serve")?.when).toBe("");
  });

  it("asks nothing of a word that both branches write", () => {
    const { outgoing } = wordLattice(
      whole('{% if visit.type == "lab" %}guaran{% else %}guaran{% endif %}tee'),
    );
    expect([...outgoing.values()].flat().map((word) => [word.text, word.when])).toEqual([["guarantee", ""]]);
  });

  it("grows with the text, not with its renderings", () => {
    const many =
      "{% if patient.x %}one{% else %}two{% endif %} words{% if patient.y %}, and more{% endif %}. ".repeat(
        300,
      );
    const lattice = wordLattice(whole(many));
    expect(lattice.truncated).toBe(false);
    expect([...lattice.outgoing.values()].flat().length).toBeLessThan(300 * 10);
  });
});

describe("witness", () => {
  const text =
    'Hi {{ patient.first_name }}. {% if visit.type == "lab" %}Lab{% elsif visit.type == "imaging" %}Scan{% else %}We{% endif %} time. {% if visit.type == "imaging" %}We guarantee it.{% endif %}';
  const placeOf = (words: string) => ({
    file: "text.liquid",
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });

  it("passes through the words, in a rendering that fits their guard", () => {
    expect(witness(whole(text), [placeOf("guarantee")])).toEqual({
      text: "Hi ⟦patient.first_name⟧. Scan time. We guarantee it.",
      when: "when visit.type is imaging",
    });
  });

  it("says nothing about words that no rendering has", () => {
    expect(witness(whole(text), [{ file: "other", start: 0, end: 1 }])).toBeUndefined();
  });
});

describe("variants", () => {
  it("shows each wording once, with what it depends on", () => {
    const text =
      '{% if patient.first_name %}Hi {{ patient.first_name }}.{% else %}Hello.{% endif %} Your {% case visit.type %}{% when "lab" %}review{% else %}visit{% endcase %} at {{ clinic.name }}';
    expect(variants(tree(text), describeField, 10)).toEqual({
      complete: true,
      total: { kind: "exactly", count: 4 },
      shown: [
        {
          text: "Hi ⟦patient.first_name⟧. Your visit at ⟦clinic.name⟧",
          when: "when patient.first_name is known and visit.type is annual-exam or imaging",
        },
        {
          text: "Hi ⟦patient.first_name⟧. Your review at ⟦clinic.name⟧",
          when: "when patient.first_name is known and visit.type is lab",
        },
        {
          text: "Hello. Your visit at ⟦clinic.name⟧",
          when: "when patient.first_name is missing and visit.type is annual-exam or imaging",
        },
        {
          text: "Hello. Your review at ⟦clinic.name⟧",
          when: "when patient.first_name is missing and visit.type is lab",
        },
      ],
    });
  });

  it("leaves out what makes no difference, and says words instead of codes", () => {
    const { shown } = variants(
      tree("Your {{ visit.type }}.{% if patient.x %}{% endif %}"),
      describeField,
      10,
    );
    expect(shown).toEqual([
      { text: "Your yearly visit.", when: "when visit.type is annual-exam" },
      { text: "Your lab review.", when: "when visit.type is lab" },
      { text: "Your scan.", when: "when visit.type is imaging" },
    ]);
  });

  it.each([
    [
      "a name for a field",
      "{% assign v = patient.first_name %}{% if v %}a{% else %}b{% endif %}",
      ["a", "b"],
    ],
    ["a default", '{{ patient.first_name | default: "you" }}', ["you", "⟦patient.first_name⟧"]],
  ])("tells apart what %s asks", (_, text, wordings) => {
    const { shown, total } = variants(tree(text), describeField, 10);
    expect(shown.map((variant) => variant.text).sort()).toEqual(wordings);
    expect(total).toEqual({ kind: "exactly", count: 2 });
  });

  it.each([
    ["what a filter makes", "{% if patient.first_name | first %}a{% endif %}"],
    ["a name for what it made", '{% assign v = patient.first_name | upcase %}{% if v == "A" %}a{% endif %}'],
  ])("does not call it all where a text asks for %s", (_, text) => {
    expect(variants(tree(text), describeField, 10).total.kind).toBe("at least");
  });

  it("says that there are more than it shows", () => {
    const many = Array.from({ length: 14 }, (_, i) => `{% if patient.f${i} %}${i}{% endif %}`).join("");
    const { shown, total, complete } = variants(tree(many), describeField, 12);
    expect(shown.length).toBeLessThanOrEqual(12);
    expect(shown.length).toBeGreaterThan(4);
    expect(total.kind).toBe("at least");
    expect(complete).toBe(false);
    const few = variants(tree(many.slice(0, many.indexOf("{% if patient.f6"))), describeField, 12);
    expect([few.total, few.complete, few.shown.length]).toEqual([{ kind: "exactly", count: 64 }, false, 12]);
  });
});

describe("a rendering that lacks something", () => {
  const asks = (text: string) =>
    witnessWithout(whole(text), (piece) => piece.kind === "lit" && piece.text.includes("?"));

  it("is none where every branch says it", () => {
    expect(asks("Ready? {{ patient.first_name }}")).toBeUndefined();
    expect(asks('{% if visit.type == "lab" %}Now?{% else %}Later?{% endif %}')).toBeUndefined();
    expect(asks('{% if visit.type == "lab" %}Now.{% else %}Later.{% endif %} Ready?')).toBeUndefined();
  });

  it("is shown with the guards of the branches that lack it", () => {
    expect(asks('Hi{% if visit.type == "lab" %} there?{% endif %} {{ patient.first_name }}')).toEqual({
      text: "Hi ⟦patient.first_name⟧",
      when: "when visit.type is not lab",
    });
    expect(asks("Hello.")).toEqual({ text: "Hello.", when: "" });
  });

  it("is looked for in inserts, unless the insert itself is what is looked for", () => {
    const claim = "{{ claim.served }}";
    expect(asks(claim)).toEqual({ text: "We serve you.", when: "" });
    expect(witnessWithout(whole(claim), (piece) => piece.kind === "mark")).toBeUndefined();
  });

  it("is a loop that does not run", () => {
    expect(asks("{% for word in patient.words %}{{ word }}?{% endfor %}")?.text).toBe("");
  });
});
