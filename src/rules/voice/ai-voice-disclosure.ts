import type { Basis } from "../../source/index.ts";
import { type Says, witnessWithout } from "../../template/index.ts";
import { outletRule } from "../rule.ts";

const BASIS: Basis = {
  kind: "law",
  cites: ["Texas HB 149 (January 1, 2026)", "California AB 3030", "FCC 24-84 (proposed)"],
  asOf: "2026-11-23",
  confidence: "unsettled",
};

/** That a machine speaks, in English and Spanish. */
const MACHINE =
  /\bautomated\b|\bAI\b|\bartificial\b|\b(?:virtual|digital) (?:assistant|agent)\b|\b(?:computer|robot|machine|recording)\b|\bautom[aá]tic[oa]\b|\bautomatizad[oa]\b|\basistente (?:virtual|digital)\b|\bIA\b|\bcomputadora\b|\bgrabaci[oó]n\b/;

const saysSo: Says = (piece) => piece.kind === "lit" && MACHINE.test(piece.text);

export default outletRule(
  {
    code: "V107",
    name: "ai-voice-disclosure",
    summary: "An artificial voice that lets people believe it is a person",
    why: "People say other things to a person than to a machine, and feel cheated when they find out. Several states ask that the voice say so at the start.",
    remedy: "Say it in `open`: “this is the automated assistant of {{ sender }}”.",
    basis: BASIS,
    severity: "warning",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Said in the first words",
          edit: "library/scripts.yaml:\n   missed_visit:\n+    voice: ai\n=\nlibrary/scripts.yaml:\n-      en: Hello, this is {{ caller }} from {{ sender }}. May I speak with {{ patient.first_name }}?\n-      es: Hola, le habla {{ caller }} de {{ sender }}. ¿Puedo hablar con {{ patient.first_name }}?\n+      en: Hello, this is the automated assistant of {{ sender }}. May I speak with {{ patient.first_name }}?\n+      es: Hola, le habla el asistente virtual de {{ sender }}. ¿Puedo hablar con {{ patient.first_name }}?",
        },
      ],
      bad: [
        {
          title: "A machine that gives a name",
          edit: "library/scripts.yaml:\n   missed_visit:\n+    voice: ai",
          marks: [
            "Hello, this is {{ caller }} from {{ sender }}. May I speak with {{ patient.first_name }}?",
            "Hola, le habla {{ caller }} de {{ sender }}. ¿Puedo hablar con {{ patient.first_name }}?",
          ],
        },
      ],
    },
  },
  function* ({ outlet, skeleton, step }) {
    const voice = step.script?.script.voice;
    if (outlet.part !== "phone.opening" || voice?.value !== "ai") return;
    const silent = witnessWithout(skeleton, saysSo);
    if (silent === undefined) return;
    yield {
      at: outlet.at,
      message: `the voice of ${outlet.step} is artificial, and its opening does not say so`,
      related: [{ at: voice.at, message: "who speaks is said here" }],
      ...(silent.when !== "" && { witness: silent }),
    };
  },
);
