import { lawFromMemory } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf } from "../where.ts";

/** Signs of an answer or a passed-on message, in English and Spanish mail programs. */
const ANSWER = /^\s*(?:re|fw|fwd|rv|reenv(?:iado)?|respuesta)\s*(?:\[\d+\])?\s*[:：]/i;

export default outletRule(
  {
    code: "E104",
    name: "email-subject-truthful",
    summary: "A subject that pretends to be something else",
    why: "“Re:” on a first email makes people believe that they wrote before. They open it, and trust the next one less. The law asks that a subject say truly what the email is.",
    remedy: "Say what the email is for, in the words of its next step.",
    basis: lawFromMemory("15 U.S.C. 7704(a)(2)", "RCW 19.190.020"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "A subject that names the next step",
          edit: "-      en: A new time for your visit\n+      en: Regarding a new time",
        },
      ],
      bad: [
        {
          title: "An answer to nothing",
          edit: '-      en: A new time for your visit\n+      en: "Re: your visit"',
          marks: ["Re:"],
        },
      ],
    },
  },
  function* (facts) {
    const { outlet, literals } = facts;
    if (outlet.part !== "email.subject") return;
    for (const { text, at } of literals) {
      const sign = ANSWER.exec(text)?.[0];
      if (sign === undefined) continue;
      const exact = at.end - at.start === text.length;
      const start = at.start + sign.length - sign.trimStart().length;
      yield {
        at: exact ? { file: at.file, start, end: at.start + sign.length } : at,
        message: `${nameOf(facts)} begins with "${sign.trim()}", as if it answered an email`,
      };
    }
  },
  function* ({ steps }) {
    if (!steps.some(({ channel }) => channel === "email")) return;
    yield {
      role: "compliance",
      concern: "copy",
      text: "Does the subject of every email say truly what the email is for?",
    };
  },
);
