import type { Diagnostic, Related, Severity, Witness } from "./diagnostic.ts";
import type { PackName } from "./pack-names.ts";
import type { Span } from "./span.ts";

/** Where a rule comes from. `law` cites a statute or regulation; `policy` is this product's or the organisation's own choice. */
export type BasisKind = "law" | "order" | "carrier" | "guidance" | "practice" | "policy" | "language";

export interface Basis {
  readonly kind: BasisKind;
  /** Citations, as a reader would look them up: "47 CFR 64.1200(c)(1)". */
  readonly cites: readonly string[];
  /** The day on which the sources were last looked at, ISO date. */
  readonly asOf: string;
  /** `checked` against the source, from `memory` (check before publishing), or `unsettled` law. */
  readonly confidence: "checked" | "memory" | "unsettled";
}

/**
 * A small edit of the shared base workspace, written as a diff without line numbers:
 * an optional first line `library/fields.yaml:` names the file (else the base campaign), then ` ` context, `-` removed
 * and `+` added lines, found wherever they follow one another in the file, whatever their indentation. A line `=`
 * begins another place, in the same file or in one that is named again. Added lines are indented as the first line that matched, plus their own
 * indentation relative to it.
 */
export interface Example {
  readonly title: string;
  readonly edit: string;
}

export interface BadExample extends Example {
  /** The exact texts that must be underlined, in reading order. */
  readonly marks: readonly string[];
}

/** Everything that is said about a finding besides the place: the rule's page, its `explain` text, its tests. */
export interface RuleMeta {
  readonly code: string;
  readonly name: string;
  readonly summary: string;
  readonly why: string;
  readonly remedy: string;
  readonly basis: Basis;
  readonly severity: Severity;
  /** Who may waive a finding: `anyone`, a signed statement of `compliance`, or `never`. */
  readonly waivable: "anyone" | "compliance" | "never";
  /** Reports that something is not there: silent where the file could not be read whole, since it may be there. */
  readonly absence?: true;
  /** The pack that the rule belongs to: it runs where the organisation works by that pack. Without one it always runs. */
  readonly pack?: PackName;
  /** Names of the limits of packs that the rule goes by. */
  readonly limits?: readonly string[];
  readonly examples: {
    readonly good: readonly Example[];
    readonly bad: readonly BadExample[];
  };
}

/** What a rule or a phase adds to its meta to make a finding. */
export interface Finding {
  readonly at: Span;
  /** Where one rule knows a lighter case: a claim that is about to expire warns. Never graver than the rule. */
  readonly severity?: Severity;
  readonly message: string;
  /** Overrides the rule's remedy where the place allows a more exact one. */
  readonly remedy?: string;
  readonly related?: readonly Related[];
  readonly witness?: Witness;
  readonly campaign?: string;
}

/** Characters that nobody sees, that break a line, or that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Of a text that quotes pages of what somebody wrote, the beginning and the end say enough. */
const LONGEST = 600;

/** A text whose every character can be seen, and short enough to read: what it quotes may be anything. */
function legible(text: string): string {
  const short = text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 150)} … ${text.slice(-150)}`;
  return short.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Whoever reports writes a clause; a reader gets a sentence. A name at its beginning keeps its own spelling. */
function sentence(clause: string): string {
  const text = /^[a-z]+ /.test(clause) ? clause.charAt(0).toUpperCase() + clause.slice(1) : clause;
  return /[.!?…]["”’)]?$/.test(text) ? text : `${text}.`;
}

/** A finding of `meta`, with the rule's own severity and remedy unless the finding has better ones. */
export function diagnose(meta: RuleMeta, finding: Finding): Diagnostic {
  return {
    code: meta.code,
    rule: meta.name,
    severity: finding.severity ?? meta.severity,
    message: legible(sentence(finding.message)),
    remedy: legible(finding.remedy ?? meta.remedy),
    at: finding.at,
    related: finding.related ?? [],
    ...(finding.witness && { witness: finding.witness }),
    ...(finding.campaign !== undefined && { campaign: finding.campaign }),
  };
}
