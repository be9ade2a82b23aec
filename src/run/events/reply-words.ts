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

export type ReplyMeaning =
  /** Somebody may be in danger. */
  | "urgent"
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
 * @example meaningOf(" S.T.O.P!! ") // "stop"
 * @example meaningOf("Opt-Out") // "stop"
 * @example meaningOf("please dont text me about this again") // "may revoke"
 * @example meaningOf("I can't stop by on Monday, Tuesday?") // "may revoke": a person sees that it is none
 */
export function meaningOf(text: string): ReplyMeaning {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[’ʼ`´]/g, "'");
  const spaced = plain.replace(/[^\p{L}\p{N}'-]+/gu, " ").trim();
  if (URGENT.test(spaced)) return "urgent";
  const letters = plain.replace(/[^\p{L}]/gu, "");
  // "Stopp", "STOPPP": a finger that stayed on the key.
  const single = letters.replace(/(.)\1+$/u, "$1");
  if (STOP_WORDS.has(letters) || STOP_WORDS.has(single)) return "stop";
  if (HELP_WORDS.has(letters)) return "help";
  return MAY_REVOKE.test(spaced) ? "may revoke" : "words";
}
