import { phraseBook } from "../../lexicon/index.ts";
import { practice } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";

/** Words that are true only on the day, or at the hour, at which they are read. */
const MOVES = phraseBook({
  find: {
    en: "tomorrow | yesterday | tonight | last night | good (morning|afternoon|evening) | (this|next|last) (week|weekend|month|morning|afternoon|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday) | (earlier|later) today | in the next few days",
    es: "mañana | ayer | anoche | buenos días | buenas (tardes|noches) | esta (semana|mañana|tarde|noche) | este (mes|fin de semana|lunes|martes|miércoles|jueves|viernes|sábado|domingo) | la [próxima] semana (próxima|pasada|que viene) | la próxima semana | (el|la) (próximo|próxima|pasado) (lunes|martes|miércoles|jueves|viernes|sábado|domingo|mes) | el mes (próximo|pasado|que viene)",
  },
  except: {
    es: "(la|las|una|cada|por|media|de|en) mañana | (las|por las|en las) mañanas | por la mañana | de la mañana | en la mañana",
  },
});

export default outletRule(
  {
    code: "W107",
    name: "relative-time",
    summary: "A time that is right only on the day it was written for",
    why: "A step leaves when its wait, the sending hours and the pace allow, a letter arrives days later, and an email is read in the evening. “Tomorrow” and “Good morning” are then wrong, and somebody comes on the wrong day.",
    remedy: "Leave the time out, or print a field that holds the date as patients read it.",
    basis: practice("sending practice: windows, pace and the post move a message"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "A time of day that patients may choose",
          edit: "-    es: Elija otra hora que le convenga.\n+    es: Elija otra hora, por la mañana o por la tarde.",
        },
      ],
      bad: [
        {
          title: "A greeting for the morning",
          edit: "-    en: We missed you at your visit.\n+    en: Good morning. We missed you at your visit.",
          marks: ["Good morning"],
        },
        {
          title: "A week that passes",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        We have times next week. Call us at {{ clinic.phone }}.\n \n         {{ bring }}",
          marks: ["next week"],
        },
      ],
    },
  },
  function* (facts) {
    const { outlet, lattice } = facts;
    // What is said on the phone is said and heard at once.
    if (outlet.channel === "phone") return;
    for (const { words } of MOVES(lattice, outlet.language)) {
      const witness = witnessOf(words, facts);
      yield {
        at: spanOf(words, outlet.at),
        message: `"${wordsOf(words)}" in ${nameOf(facts)} may be read on another day than it was written for`,
        ...(witness && { witness }),
      };
    }
  },
);
