import type { LatticeWord, WordLattice } from "../../template/index.ts";

/** What asks for a reply, and what may stand between it and the word that is to be sent. */
const ASKS = new Set(
  "reply text send respond answer write responda envíe envie conteste mande escriba".split(" "),
);
const BETWEEN = new Set("with back by the word con la palabra".split(" "));
const MOST_BETWEEN = 3;
/** What an appointment is called; within so many words of the keyword, the reply is about it. */
const THINGS = new Set(
  "visit visits appointment appointments appt appts booking reservation slot time it reschedule rebook cita citas visita visitas reserva turno hora reagendar cambiar".split(
    " ",
  ),
);
/** Words after which the reply is about messages after all, or another clause has begun. */
const RELEASES = new Set(
  "opt out unsubscribe message messages text texts reminder reminders alert alerts call mensaje mensajes texto textos recordatorios baja salir recibir llame llamar".split(
    " ",
  ),
);
const MOST_AFTER = 9;

/**
 * Replies that stop all messages, word by word, where some rendering asks for one of them to change or cancel a visit:
 * "Reply CANCEL to cancel your visit". Every rendering is looked at.
 *
 * @param keywords in lower case
 */
export function keywordClashes(
  lattice: WordLattice,
  keywords: ReadonlySet<string>,
): readonly (readonly LatticeWord[])[] {
  const clashes = new Map<LatticeWord, readonly LatticeWord[]>();
  const listed = [...keywords].map((keyword) => keyword.split(/[\s-]+/));
  const beginnings = new Set(listed.flatMap(([first = ""]) => first));
  for (const words of lattice.outgoing.values()) {
    for (const word of words) {
      if (!ASKS.has(fold(word)) || isStopLine(word)) continue;
      const firsts = reachable(lattice, word, MOST_BETWEEN, (next) => step(next, beginnings, BETWEEN));
      for (const first of firsts) {
        for (const reply of listed.flatMap((keyword) => repliesFrom(lattice, first, keyword))) {
          const about = (next: LatticeWord) => step(next, THINGS, undefined, RELEASES);
          const last = reply.at(-1) ?? first;
          if (reachable(lattice, last, MOST_AFTER, about).length > 0) clashes.set(first, reply);
        }
      }
    }
  }
  return [...clashes.values()];
}

/** The ways in which a keyword of one word or several goes on from its first: "OPT" and "OUT". */
function repliesFrom(
  { outgoing }: WordLattice,
  first: LatticeWord,
  keyword: readonly string[],
): readonly (readonly LatticeWord[])[] {
  if (fold(first) !== keyword[0]) return [];
  return keyword
    .slice(1)
    .reduce<readonly (readonly LatticeWord[])[]>(
      (ways, wanted) =>
        ways.flatMap((way) =>
          (outgoing.get(way.at(-1)?.to ?? first.to) ?? [])
            .filter((next) => fold(next) === wanted && !next.opensSentence && !isStopLine(next))
            .map((next) => [...way, next]),
        ),
      [[first]],
    );
}

type Verdict = "found" | "go on" | "stop";

function step(
  word: LatticeWord,
  wanted: ReadonlySet<string>,
  allowed: ReadonlySet<string> | undefined,
  releases: ReadonlySet<string> = new Set(),
): Verdict {
  const text = fold(word);
  if (word.opensSentence || isStopLine(word) || releases.has(text)) return "stop";
  if (wanted.has(text)) return "found";
  const isSilent = !/[\p{L}\p{N}]/u.test(text);
  return isSilent || allowed === undefined || allowed.has(text) ? "go on" : "stop";
}

/** Words that are found on some way from another, within so many words; each position is looked at once. */
function reachable(
  lattice: WordLattice,
  from: LatticeWord,
  most: number,
  judge: (word: LatticeWord) => Verdict,
): readonly LatticeWord[] {
  const found = new Set<LatticeWord>();
  const seen = new Set<number>();
  let positions = [from.to];
  for (let steps = 0; steps < most && positions.length > 0; steps++) {
    const next: number[] = [];
    for (const word of positions.flatMap((position) => lattice.outgoing.get(position) ?? [])) {
      const verdict = judge(word);
      if (verdict === "found") found.add(word);
      if (verdict !== "go on" || seen.has(word.to)) continue;
      seen.add(word.to);
      next.push(word.to);
    }
    positions = next;
  }
  return [...found];
}

function fold(word: LatticeWord): string {
  return word.text.toLowerCase();
}

/** The line that the compiler adds says what STOP does; a rule of its own looks at it. */
function isStopLine({ marks }: LatticeWord): boolean {
  return marks.includes("added:stop_line");
}
