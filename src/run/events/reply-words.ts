import type { Plan } from "../../plan/index.ts";

/**
 * Words that take consent back whoever writes them. English: those that 47 CFR 64.1200(a)(10) names as reasonable per se,
 * and what carriers and gateways honour beside them (CTIA, Messaging Principles and Best Practices). Spanish: the same
 * words as people of the United States write them.
 */
const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    ["stop", "quit", "end", "revoke", "opt out", "cancel", "unsubscribe"],
    [
      "stop all",
      "stop it",
      "stop now",
      "stop please",
      "please stop",
      "opt me out",
      "end all",
      "cancel all",
      "remove",
    ],
    ["remove me", "unsub", "no more", "no more texts", "stop texting", "stop texting me", "stop calling"],
    ["stop calling me", "take me off", "leave me alone", "do not text", "do not text me", "dont text me"],
    [
      "do not call",
      "do not call me",
      "dont call me",
      "do not contact me",
      "dont contact me",
      "no more messages",
    ],
    ["alto", "parar", "pare", "paren", "detener", "detengan", "terminar", "termine", "fin", "salir", "baja"],
    ["dar de baja", "darme de baja", "darse de baja", "deme de baja", "denme de baja", "cancelar", "cancele"],
    [
      "revocar",
      "eliminar",
      "basta",
      "ya basta",
      "no mas",
      "no mas mensajes",
      "no quiero mensajes",
      "borrenme",
    ],
    ["no me escriban", "no me llamen", "no llamar", "quitar", "quiten me", "quitenme"],
  ]
    .flat()
    .map((words) => words.replaceAll(" ", "")),
);

const HELP_WORDS: ReadonlySet<string> = new Set(["help", "info", "ayuda", "informacion"]);

/** Words in longer texts by which somebody may mean to take consent back: a person reads it, and all waits meanwhile. */
const MAY_REVOKE =
  /\b(?:stop\w*|quit|unsub\w*|opt\w*[\s-]*out|opt[\s-]me[\s-]out|revoke\w*|cancel\w*|remove|take me off|delete|leave me alone|no more|spam|harass\w*|lawyer|attorney|sue|(?:do ?n[o']?t|never|not?) (?:want|text|call|contact|write|message|send|email|mail|bother)\w*|wrong (?:number|person)|alto|par[ae]n?|deten\w+|baja|salir|elimin\w+|borr\w+|quit\w+|basta|revoc\w+|no mas|no (?:me )?(?:quiero|escrib\w+|llam\w+|mand\w+|envi\w+|molest\w+|contact\w+)|dej[ae]n? de|numero equivocado|equivocad[oa])\b/;

/** Words of somebody who may be in danger: within minutes a nurse must see them, whatever else the text says. */
const URGENT =
  /\b(?:chest pain\w*|heart attack|stroke|suicid\w*|kill myself|hurt myself|overdos\w*|911|emergency|can'?t breathe|cannot breathe|trouble breathing|short of breath|bleeding|passed out|fainted|unconscious|dolor (?:de|en el) pecho|infarto|derrame|matarme|lastimarme|sobredosis|emergencia|no puedo respirar|sangr\w+|desmay\w+)\b/;

/** Words that opt out beside those of the law, as the plans that run here state them. */
export function stopWordsOf(plans: Iterable<Plan>): readonly string[] {
  return [...plans].flatMap(({ declarations }) => declarations.opt_out?.words ?? []);
}

export type ReplyMeaning =
  /** Somebody may be in danger. */
  | "urgent"
  /** Somebody may be in danger, and may take consent back. */
  | "urgent, may revoke"
  /** Takes consent back, by a word that the law or custom names. */
  | "stop"
  | "help"
  /** May take it back, in words of their own. */
  | "may revoke"
  /** Anything else that somebody wrote. */
  | "words";

/**
 * What a reply means for consent. A single word in any case, spacing and punctuation, with any emoji; whatever is longer
 * and may mean the same is left to a person.
 *
 * @param further words that opt out beside those of the law, of `stopWordsOf`
 * @example meaningOf(" S.T.O.P!! ") // "stop"
 * @example meaningOf("Opt-Out") // "stop"
 * @example meaningOf("ARRET", ["arrêt"]) // "stop"
 * @example meaningOf("please dont text me about this again") // "may revoke"
 * @example meaningOf("I can't stop by on Monday, Tuesday?") // "may revoke": a person sees that it is none
 */
export function meaningOf(text: string, further: readonly string[] = []): ReplyMeaning {
  const spaced = spacedOf(text);
  const stops = further.map(spacedOf);
  const mayRevoke = MAY_REVOKE.test(spaced) || stops.some((words) => stands(words, spaced));
  if (URGENT.test(spaced)) return mayRevoke ? "urgent, may revoke" : "urgent";
  const letters = lettersOf(spaced);
  // "Stopp", "STOPPP": a finger that stayed on the key.
  const single = letters.replace(/(.)\1+$/u, "$1");
  const isStop = (word: string) => STOP_WORDS.has(word) || stops.some((stop) => lettersOf(stop) === word);
  if (isStop(letters) || isStop(single)) return "stop";
  if (HELP_WORDS.has(letters)) return "help";
  return mayRevoke ? "may revoke" : "words";
}

/** Whether words stand in a text as words; within others too where a script, such as Chinese, has no spaces. */
function stands(words: string, text: string): boolean {
  return /\p{Script=Latin}/u.test(words) ? ` ${text} `.includes(` ${words} `) : text.includes(words);
}

/** Lower case without accents, one kind of apostrophe, and a space for all else that is no letter or digit. */
function spacedOf(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[’ʼ`´]/g, "'")
    .replace(/[^\p{L}\p{N}'-]+/gu, " ")
    .trim();
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, "");
}
