import type { Plan, PlanStep } from "../../plan/index.ts";
import type { PatientFact, PatientFacts } from "../../template/index.ts";
import type { FieldValue, TouchRecord } from "../record.ts";
import { clinicValue } from "./clinic.ts";
import { dateInWords } from "./date-words.ts";
import { type FieldLimits, type FieldText, fieldText } from "./field-text.ts";

/** What a text is rendered with, and what of it may not be printed. */
export interface Facts {
  readonly facts: PatientFacts;
  /** For `strictRenderer`. */
  readonly heldBack: ReadonlyMap<string, string | number | undefined>;
  /** Why a path cannot be printed. */
  readonly reasons: ReadonlyMap<string, Exclude<FieldText, { kind: "text" }>>;
}

export interface Reader {
  readonly language: string;
  /** Whether the text message's alphabet is asked for. */
  readonly asSms: boolean;
  /** What is done to a printed value before it stands in a text: Markdown signs are taken out where Markdown is read. */
  quote(text: string): string;
}

const MISSING: Exclude<FieldText, { kind: "text" }> = { kind: "missing", why: "it is not on record" };

/** All facts that the texts of a step read: the plan names them, the record and the plan's clinics hold them. */
export function factsOf(plan: Plan, step: PlanStep, record: TouchRecord, reader: Reader): Facts {
  const printed = step.content.fields;
  const known = new Map(
    plan.audience.fields.map(({ path, type, blank_means_no }) => [path, { type, blank_means_no }]),
  );
  const paths = new Set([...known.keys(), ...Object.keys(printed), ...CLINIC]);
  const facts: Tree = {};
  const heldBack = new Map<string, string | number | undefined>();
  const reasons = new Map<string, Exclude<FieldText, { kind: "text" }>>();
  for (const path of paths) {
    const limits = limitsOf(printed[path], known.get(path)?.type ?? "text", reader);
    const blank = known.get(path)?.blank_means_no === true ? "no" : undefined;
    const value = recorded(path, plan, record, reader) ?? blank;
    const stored = value === undefined ? undefined : storedOf(value, limits, reader);
    const words = value === undefined ? MISSING : wordsOf(path, value, limits, step, reader);
    place(facts, path, stored);
    if (path in printed) place(facts, `say.${path}`, words.kind === "text" ? words.words : undefined);
    if (words.kind === "text") continue;
    reasons.set(path, words);
    // What is too long is there, and tests may ask for it; what is no name at all counts as missing.
    const decides = words.kind === "missing" || Array.isArray(stored) ? undefined : stored;
    heldBack.set(path, decides as string | number | undefined);
    if (path in printed) heldBack.set(`say.${path}`, undefined);
  }
  return { facts, heldBack, reasons };
}

/** What is printed is as long as was proved for this language; a language for which nothing was proved prints nothing. */
function limitsOf(
  printed: PlanStep["content"]["fields"][string] | undefined,
  type: string,
  { language }: Reader,
): FieldLimits {
  if (printed === undefined) return { type, longest: null, gsm7: false };
  const { longest } = printed;
  const most = Object.hasOwn(longest, language) ? longest[language] : 0;
  return { type: printed.type, longest: most ?? null, gsm7: printed.gsm7 };
}

const CLINIC = ["clinic.name", "clinic.phone", "clinic.nurse_line", "clinic.address", "clinic.telehealth"];

function recorded(path: string, plan: Plan, record: TouchRecord, reader: Reader): FieldValue | undefined {
  if (path.startsWith("clinic.")) return clinicValue(path, plan, record);
  // Whoever calls reads their own name here; the roster of patients does not know it.
  if (path === "caller.name") return reader.language === "es" ? "[su nombre]" : "[your name]";
  return record.fields.get(path);
}

/** What tests compare: codes, dates and yes/no as stored. */
function storedOf(value: FieldValue, limits: FieldLimits, reader: Reader): PatientFact {
  if (typeof value !== "string") return value;
  if (limits.type === "number") return Number(value);
  if (limits.type !== "name" && limits.type !== "text") return value;
  const text = fieldText(value, limits, reader.asSms);
  return reader.quote(text.kind === "text" ? text.text : value);
}

type Words = { readonly kind: "text"; readonly words: PatientFact } | Exclude<FieldText, { kind: "text" }>;

/** What is printed: words for codes, days in words, everything else as it is, within its limits. */
function wordsOf(
  path: string,
  value: FieldValue,
  limits: FieldLimits,
  step: PlanStep,
  reader: Reader,
): Words {
  if (path === "caller.name" || path.startsWith("clinic."))
    return { kind: "text", words: typeof value === "string" ? reader.quote(value) : value };
  const said = step.content.say[path];
  if (said !== undefined) {
    const codes = typeof value === "object" ? value : [String(value)];
    const words = codes.map((code) =>
      Object.hasOwn(said, code) ? said[code]?.[reader.language] : undefined,
    );
    if (words.some((word) => word === undefined))
      return { kind: "missing", why: "there are no words for its code" };
    return { kind: "text", words: typeof value === "object" ? words : words[0] };
  }
  if (typeof value === "object") return { kind: "text", words: value };
  const text = limits.type === "date" ? dateInWords(String(value), reader.language) : String(value);
  if (text === undefined) return { kind: "missing", why: "it is no date that this language has words for" };
  const written = fieldText(text, limits, reader.asSms);
  return written.kind === "text" ? { kind: "text", words: reader.quote(written.text) } : written;
}

interface Tree {
  [name: string]: PatientFact | Tree;
}

function place(tree: Tree, path: string, value: PatientFact): void {
  if (value === undefined) return;
  const names = path.split(".");
  const last = names.pop() ?? "";
  let at = tree;
  for (const name of names) {
    const next = Object.hasOwn(at, name) ? at[name] : undefined;
    const branch: Tree =
      typeof next === "object" && next !== null && !Array.isArray(next) ? (next as Tree) : {};
    at[name] = branch;
    at = branch;
  }
  at[last] = value;
}
