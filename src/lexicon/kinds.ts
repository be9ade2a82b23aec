/** What a hit means for the reader of a message. */
export type Category =
  | "clinical"
  | "blame"
  | "alarm"
  | "pressure"
  | "claim"
  | "inducement"
  | "billing"
  | "service"
  | "placeholder";

interface KindRow {
  readonly kind: string;
  /**
   * `allowed` phrases are never reported: they excuse the hits that they contain. Those of a `scope` excuse the claims that they contain,
   * and the first two those that come after them in the clause or sentence, until the third.
   */
  readonly category: Category | "allowed" | "scope";
  /** Completes "… is": in a marketer's words, with its article. */
  readonly name: string;
}

/**
 * Every kind of term, the most telling first: where two kinds name the same words, the first is reported.
 *
 * The binary table stores the position in this list, so the table is generated anew when the list changes.
 */
export const KINDS = [
  { kind: "allowed", category: "allowed", name: "an everyday phrase" },
  { kind: "own-sensitive", category: "clinical", name: "a word that your organization treats as clinical" },
  { kind: "hiv-sti", category: "clinical", name: "a sexual-health word" },
  { kind: "substance", category: "clinical", name: "a word about alcohol, drugs or recovery" },
  { kind: "mental", category: "clinical", name: "a mental-health word" },
  { kind: "reproductive", category: "clinical", name: "a reproductive-health word" },
  { kind: "gender", category: "clinical", name: "a gender-care word" },
  { kind: "genetic", category: "clinical", name: "a genetics word" },
  { kind: "abuse", category: "clinical", name: "a word about violence or abuse" },
  { kind: "cancer", category: "clinical", name: "a cancer word" },
  { kind: "result", category: "clinical", name: "a word about results" },
  { kind: "condition", category: "clinical", name: "a health condition" },
  { kind: "symptom", category: "clinical", name: "a symptom" },
  { kind: "medicine", category: "clinical", name: "a medicine" },
  { kind: "chemical", category: "clinical", name: "the name of a chemical" },
  { kind: "vaccine", category: "clinical", name: "a vaccine" },
  { kind: "test", category: "clinical", name: "a medical test" },
  { kind: "procedure", category: "clinical", name: "a procedure or treatment" },
  { kind: "specialty", category: "clinical", name: "a medical specialty" },
  { kind: "body", category: "clinical", name: "a part of the body" },
  { kind: "blame", category: "blame", name: "wording that blames the reader" },
  { kind: "alarm", category: "alarm", name: "wording that alarms" },
  { kind: "guilt", category: "pressure", name: "wording that leans on family or feelings" },
  { kind: "pressure", category: "pressure", name: "wording that presses" },
  { kind: "guarantee", category: "claim", name: "a promise" },
  { kind: "testimonial", category: "claim", name: "a patient's testimonial" },
  { kind: "statistic", category: "claim", name: "a statistic" },
  { kind: "outcome", category: "claim", name: "a claim about a health outcome" },
  { kind: "efficacy", category: "claim", name: "a claim that something works" },
  { kind: "safety", category: "claim", name: "a claim about safety" },
  { kind: "superiority", category: "claim", name: "a claim to be better than others" },
  { kind: "price", category: "claim", name: "a statement about price" },
  { kind: "coverage", category: "claim", name: "a statement about insurance coverage" },
  { kind: "availability", category: "claim", name: "a promise about availability" },
  { kind: "gift", category: "inducement", name: "a gift or reward" },
  { kind: "discount", category: "inducement", name: "a discount or promotion" },
  { kind: "free", category: "inducement", name: "an offer of something free" },
  { kind: "billing", category: "billing", name: "a word about money owed" },
  { kind: "telehealth", category: "service", name: "a visit by video" },
  { kind: "prescribing", category: "service", name: "a promise to prescribe" },
  { kind: "placeholder", category: "placeholder", name: "a gap that nobody filled in" },
  { kind: "no-claim", category: "scope", name: "words that claim nothing" },
  { kind: "denial", category: "scope", name: "words that deny what follows" },
  { kind: "question", category: "scope", name: "words that ask about what follows" },
  { kind: "turn", category: "scope", name: "words after which a denial no longer holds" },
] as const satisfies readonly KindRow[];

type Row = (typeof KINDS)[number];
export type Kind = Exclude<Row, { readonly category: "allowed" | "scope" }>["kind"];

const byKind: ReadonlyMap<string, KindRow> = new Map(KINDS.map((row) => [row.kind, row]));

/** The kind in words for a message: `kindName("hiv-sti")` is "a sexual-health word". */
export function kindName(kind: Kind): string {
  return byKind.get(kind)?.name ?? kind;
}

export function isKind(name: string): name is Row["kind"] {
  return byKind.has(name);
}

/** Position of a kind in `KINDS`; lower is more telling. */
export function rankOf(kind: Row["kind"]): number {
  return KINDS.findIndex((row) => row.kind === kind);
}

/** The kind and category at a position of `KINDS`, or undefined for a phrase that is never reported. */
export function kindAt(rank: number): { readonly kind: Kind; readonly category: Category } | undefined {
  const row = KINDS[rank];
  return row === undefined || row.category === "allowed" || row.category === "scope" ? undefined : row;
}

/** Whether phrases at a position of `KINDS` excuse hits inside them: "no guarantee" the claim, "under the weather" whatever it is. */
export function mayExcuse(rank: number): boolean {
  return rank === ALLOWED || (KINDS[rank]?.category === "scope" && rank !== TURN);
}

/** Whether a phrase excuses a hit inside it. */
export function excuses(outer: number, inner: number): boolean {
  return rankIsAllowed(outer) || (mayExcuse(outer) && isStatement(inner));
}

/** An everyday phrase, all of whose words are known. */
export function rankIsAllowed(rank: number): boolean {
  return rank === ALLOWED;
}

/** Whether hits of this rank state or offer something, which may be denied. */
export function isStatement(rank: number): boolean {
  const category = kindAt(rank)?.category;
  return category === "claim" || category === "inducement" || category === "billing";
}

const ALLOWED = rankOf("allowed");
const TURN = rankOf("turn");

/**
 * Kinds of one group stand for each other: of two hits in a group, the longer hides the shorter inside it.
 * "breast cancer" is one clinical hit, but "guaranteed lowest price" stays a promise and a price.
 */
export function groupOf(rank: number): number {
  return KINDS[rank]?.category === "clinical" ? CLINICAL_GROUP : rank;
}
const CLINICAL_GROUP = rankOf("own-sensitive");
