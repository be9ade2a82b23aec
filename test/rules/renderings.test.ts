import { describe, expect, it } from "vitest";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";

/** What one rule says about an edited base workspace, with the rendering that shows it. */
function said(rule: string, edit: string) {
  return compileTexts(applyEdit(BASE.files, edit))
    .findings.filter((finding) => finding.rule === rule)
    .map(({ message, witness }) => ({ message, witness }));
}

const CALL = "-        You can also call us at {{ clinic.phone }}.\n";
const OPEN =
  "library/scripts.yaml:\n-      en: Hello, this is {{ caller }} from {{ sender }}. May I speak with {{ patient.first_name }}?\n";
const VOICEMAIL =
  "library/phrases.yaml:\n-    en: This is {{ caller }} from {{ sender }}. Please call us at {{ clinic.phone }}.\n";
const IF = '{% if visit.type == "annual-exam" %}';

describe("a rule about what every rendering says", () => {
  it("shows the opening that names nobody, and for whom", () => {
    const edit = `${OPEN}+      en: 'Hello, this is {{ caller }}${IF} from {{ sender }}{% endif %}.'`;
    expect(said("voice-identify-first", edit)).toEqual([
      {
        message: "The opening of call-1 does not name Maple Health when visit.type is not annual-exam.",
        witness: { text: "Hello, this is ⟦caller.name⟧.", when: "when visit.type is not annual-exam" },
      },
    ]);
  });

  it("shows the voicemail without a number", () => {
    const edit = `${VOICEMAIL}+    en: 'This is {{ sender }}. Please call${IF} {{ clinic.phone }}{% endif %}.'`;
    expect(said("voicemail-minimum", edit)).toEqual([
      {
        message:
          "The voicemail of call-1 gives no telephone number to call back when visit.type is not annual-exam.",
        witness: { text: "This is Maple Health. Please call.", when: "when visit.type is not annual-exam" },
      },
    ]);
  });

  it("puts a word together that stands in two branches", () => {
    const edit = `${VOICEMAIL}+    en: 'This is {{ sender }}. Call {{ clinic.phone }}${IF} about your appoint{% endif %}ment.'`;
    expect(said("voicemail-minimum", edit)).toEqual([
      {
        message:
          'The voicemail of call-1 says "appointment", and whoever is in the room learns why you called.',
        witness: {
          text: "This is Maple Health. Call 217-555-0142 about your appointment.",
          when: "when visit.type is annual-exam",
        },
      },
    ]);
  });

  it("finds the branch that asks for a call alone", () => {
    const edit =
      "-        {{ link.book_online }} or call {{ clinic.phone }}.\n" +
      `+        {% if visit.type == "annual-exam" %}{{ link.book_online }} or {% endif %}call {{ clinic.phone }}.`;
    expect(said("lines-closed", edit)).toMatchObject([
      { witness: { when: "when visit.type is not annual-exam" } },
    ]);
  });

  it("counts no line that the compiler adds as a way to answer", () => {
    expect(said("two-ways-to-answer", `${CALL}+        Thank you.\n \n         {{ bring }}`)).toHaveLength(1);
  });

  it("reads an address that goes on in a branch", () => {
    const edit =
      "-        {{ link.book_online }} or call {{ clinic.phone }}.\n" +
      `+        {{ link.book_online }}${IF}?n={{ patient.first_name }}{% endif %} or call {{ clinic.phone }}.`;
    expect(said("link-identifies-person", edit)).toHaveLength(1);
  });

  it("takes a fact of the clinic in an address for what stands on its sign", () => {
    const edit =
      "-        {{ link.book_online }} or call {{ clinic.phone }}.\n" +
      "+        {{ link.book_online }}?at={{ clinic.phone }} or call {{ clinic.phone }}.";
    expect(said("link-identifies-person", edit)).toEqual([]);
  });

  it("hears an invitation that only some emails give", () => {
    const edit = `${CALL}+        ${IF}Just reply{% else %}Write{% endif %} to this email, or call {{ clinic.phone }}.\n \n         {{ bring }}`;
    const messages = said("email-reply-unread", edit).map(({ message }) => message);
    expect(messages).toContain(
      'The email of email-1 says "just reply", and nobody has stated who reads the answers.',
    );
  });
});

describe("a text in two languages", () => {
  it("is called as a marketer calls it, whatever it is", () => {
    const copied = [
      "-      es: Una nueva hora para su visita\n+      es: A new time for your visit",
      "-    es: Elija otra hora que le convenga.\n+    es: Pick a new time that works for you.",
      "library/scripts.yaml:\n-        es: No pasa nada. Puedo ayudarle a elegir otra hora hoy.\n+        es: That happens. I can help you find a new time today.",
      "library/claims.yaml:\n-      es: Después de reservar, le enviamos la hora y el lugar.\n+      es: After you book, we send your visit time and place.",
      "-    es: Elija una nueva hora\n+    es: Pick a new visit time",
    ];
    expect(copied.flatMap((edit) => said("translation-same", edit).map(({ message }) => message))).toEqual([
      "The subject of email-1 is the same in Spanish as in English.",
      "message.next_step is the same in Spanish as in English.",
      "An answer to an objection of call-1 (forgot) is the same in Spanish as in English.",
      "The claim visit_details_by_text is the same in Spanish as in English.",
      "The subject of email-1 (version B) is the same in Spanish as in English.",
    ]);
  });
});

describe("a reviewed translation", () => {
  const declared = (wording: string) =>
    ` goal: visit completed within 30 days of the first message\n+declarations:\n+  translations:\n+    es: {by: C. Ibarra, on: 2026-11-12, wording: ${wording}}`;
  const fingerprint = (edit: string) =>
    compileTexts(applyEdit(BASE.files, edit))
      .findings.filter(({ rule }) => rule === "translation-reviewed")
      .map(({ remedy }) => /wording: (\w+)/.exec(remedy)?.[1] ?? "")[0];

  it("holds for the words that were read, and for no others", () => {
    const read = fingerprint(declared("none")) ?? "";
    expect(read).toMatch(/^[0-9a-f]{10}$/);
    expect(said("translation-reviewed", declared(read))).toEqual([]);
    const changes = [
      "-    en: We missed you at your visit.\n+    en: We missed you at your last visit.",
      "-    es: No pudimos verle en su visita.\n+    es: No pudimos verle en la visita.",
      "library/actions.yaml:\n-      es: Reservar\n+      es: Elegir hora",
      "library/phrases.yaml:\n-    es: Si es una emergencia, cuelgue y llame al 911.\n+    es: En una emergencia, cuelgue y llame al 911.",
    ];
    const stale = changes.map(
      (change) => said("translation-reviewed", `${declared(read)}\n=\n${change}`).length,
    );
    // The last phrase is in no text of this campaign.
    expect(stale).toEqual([1, 1, 1, 0]);
  });
});
