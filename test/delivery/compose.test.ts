import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsOf } from "../../src/analysis/index.ts";
import { type Composition, composerOf, type Message } from "../../src/delivery/index.ts";
import { septetsOf } from "../../src/template/index.ts";
import { BASE, compileTexts } from "../support/base.ts";
import { PLANS, planOf, recordOf, touchOf } from "./plans.ts";

const plan = planOf("missed-visit");
const compose = composerOf(plan);

function messageOf(composition: Composition): Message {
  if (composition.kind !== "message") throw new Error(`skipped: ${composition.why}`);
  return composition.message;
}

describe("a text message", () => {
  it("is the signed source with the person's name", () => {
    expect(messageOf(compose(touchOf(plan, "text-1"), recordOf()))).toMatchObject({
      channel: "sms",
      to: "+12175550123",
      text: "Maple Health: Hi Ana. We missed you at your visit. Pick a new time: maple.example/r or call 217-555-0142. Reply STOP to opt out.",
    });
  });

  it.each([
    ["(217) 555-0123", "+12175550123"],
    ["2175550123", "+12175550123"],
    ["+52 55 1234 5678", "+525512345678"],
  ])("goes to %s as %s", (address, to) => {
    expect(messageOf(compose(touchOf(plan, "text-1", { address }), recordOf()))).toMatchObject({ to });
  });

  it.each(["12345", "call her husband", "217-555-0123 ext 4", "000"])("goes to nobody at %j", (address) => {
    expect(compose(touchOf(plan, "text-1", { address }), recordOf())).toMatchObject({
      decision: "skip:no_address",
    });
  });

  it("is written in the language of the touch", () => {
    const spanish = messageOf(compose(touchOf(plan, "text-1", { language: "es" }), recordOf()));
    expect(spanish).toMatchObject({ text: expect.stringMatching(/^Maple Health: Hola Ana\./) });
  });

  it("folds letters that would make it longer", () => {
    const message = messageOf(
      compose(touchOf(plan, "text-1"), recordOf({ "patient.first_name": "Ngô Áłuß" })),
    );
    expect(message).toMatchObject({ text: expect.stringContaining("Hi Ngo Aluß.") });
  });

  it.each([
    ["a name in another script", "王秀英", "skip:too_long"],
    ["a longer name than was proved", "Maximiliana Bernadette", "skip:too_long"],
  ])("is skipped for %s", (_, name, decision) => {
    const { kind, ...rest } = compose(touchOf(plan, "text-1"), recordOf({ "patient.first_name": name }));
    expect({ kind, ...rest }).toMatchObject({ kind: "skip", decision });
    expect(JSON.stringify(rest)).not.toContain(name);
  });

  it.each(["evil.example", "http://x.y", "Ana\u202egnp", "\u0007", "<b>", "", " \n "])(
    "greets nobody by %j",
    (name) => {
      const message = messageOf(compose(touchOf(plan, "text-1"), recordOf({ "patient.first_name": name })));
      expect(message).toMatchObject({ text: expect.stringContaining(": Hello. We") });
    },
  );

  it("prints no line break of a name", () => {
    const message = messageOf(
      compose(touchOf(plan, "text-1"), recordOf({ "patient.first_name": "Ana\r\nBcc" })),
    );
    expect(message).toMatchObject({ text: expect.stringContaining("Hi Ana Bcc.") });
  });
});

describe("a call", () => {
  it("is skipped where the script must say a name that nobody knows", () => {
    expect(compose(touchOf(plan, "call-1"), recordOf({ "patient.first_name": "" }))).toEqual({
      kind: "skip",
      decision: "skip:missing_field",
      why: "patient.first_name: it is blank",
    });
  });

  it("goes to the team of the campaign, with a code to say when calling back", () => {
    const message = messageOf(compose(touchOf(plan, "call-1"), recordOf()));
    expect(message).toMatchObject({ team: "north_scheduling", code: expect.stringMatching(/^[2-9B-Z]{4}$/) });
    expect(message).toMatchObject({
      script: expect.arrayContaining([
        {
          part: "phone.opening",
          name: null,
          text: "Hello, this is [your name] from Maple Health. May I speak with Ana?",
        },
      ]),
    });
  });
});

describe("a mail", () => {
  it("says the same in HTML and plain text", () => {
    const message = messageOf(compose(touchOf(plan, "email-1"), recordOf()));
    if (message.channel !== "email") throw new Error("no mail");
    expect(message.text).toContain("Hi Ana.\n\nWe missed you");
    expect(message.text).toContain("Book now: https://maple.example/r");
    expect(message.text).toContain("- A list of your medicines\n- Your insurance card");
    expect(message.html).toContain('<a href="https://maple.example/r">Book now</a>');
    expect(message.html).toContain('<html lang="en">');
    expect(message.unsubscribe).toBe(`https://maple.example/stop?t=${touchOf(plan, "email-1").touch_key}`);
  });

  it("has the other subject in arm b, and the same body", () => {
    const [a, b] = (["a", "b"] as const).map((arm) =>
      messageOf(compose(touchOf(plan, "email-1", { arm }), recordOf())),
    );
    expect(a).toMatchObject({ subject: "A new time for your visit" });
    expect(b).toMatchObject({ subject: "Pick a new visit time" });
    expect(a).toHaveProperty("text", b && "text" in b ? b.text : "");
  });

  it("keeps every letter of a name, and reads no Markdown in it", () => {
    const message = messageOf(
      compose(touchOf(plan, "email-1"), recordOf({ "patient.first_name": "Zoë `D'Ör`" })),
    );
    expect(message).toMatchObject({
      text: expect.stringContaining("Hi Zoë `D'Ör`."),
      html: expect.stringContaining("Hi Zoë `D&#39;Ör`."),
    });
  });
});

it("a letter without a whole address is not written", () => {
  expect(compose(touchOf(plan, "letter-1"), recordOf({}, { postal: [] }))).toMatchObject({
    decision: "skip:no_address",
  });
});

/** Names as rosters hold them, and as attackers would. */
const anyName = fc.oneof(
  fc.constantFrom(
    "Ana",
    "José",
    "Ngô Thị Ánh",
    "O'Neil",
    "Łukasz",
    "Anne-Marie",
    "€uro",
    "[x](http://y)",
    "{{ x }}",
    "*a*",
  ),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.string({ unit: "binary", maxLength: 20 }),
);

it("is never longer than what was proved, whoever reads it", () => {
  const { workspace } = compileTexts(BASE.files, BASE.assets);
  const facts = factsOf(workspace);
  const campaign = workspace.campaigns.find(({ id }) => id === "missed-visit");
  const proved = new Map(
    (campaign ? facts.outletsOf(campaign) : []).flatMap((outlet) =>
      outlet.outlet.part === "sms.body" ? [[outlet.outlet.language, outlet.length] as const] : [],
    ),
  );
  expect(proved.size).toBe(2);
  let said = 0;
  fc.assert(
    fc.property(anyName, fc.constantFrom("en", "es"), (name, language) => {
      const made = compose(touchOf(plan, "text-1", { language }), recordOf({ "patient.first_name": name }));
      if (made.kind === "skip") return;
      const { message } = made;
      if (message.channel !== "sms") throw new Error("no text message");
      const bound = proved.get(language);
      expect(septetsOf(message.text)).toBeDefined();
      expect(septetsOf(message.text) ?? 0).toBeLessThanOrEqual(bound?.septets ?? 0);
      said++;
    }),
    { numRuns: 2_000 },
  );
  expect(said).toBeGreaterThan(500);
});

it("no value of a person opens a tag, a link or an entity", () => {
  fc.assert(
    fc.property(
      anyName,
      fc.constantFrom(...PLANS),
      fc.constantFrom("en", "es"),
      (name, anyPlan, language) => {
        const step = anyPlan.steps.find(({ channel }) => channel === "email");
        if (step === undefined) return;
        const compose = composerOf(anyPlan);
        const touch = touchOf(anyPlan, step.id, { language });
        const fields = { "patient.first_name": name, "caregiver.first_name": name };
        const [made, plain] = [compose(touch, recordOf(fields)), compose(touch, recordOf())];
        if (made.kind === "skip" || plain.kind === "skip") return;
        const tags = (message: Message) => ("html" in message ? message.html.match(/<[^>]*>/g) : []);
        expect(tags(made.message)).toEqual(tags(plain.message));
      },
    ),
    { numRuns: 300 },
  );
});
