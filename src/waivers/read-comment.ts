import { isDate, parseDate } from "../calendar/index.ts";
import { nearest } from "../source/index.ts";
import { holdsRefused } from "../syntax/index.ts";

/** A waiver as it is written, read and not yet judged. */
export interface WrittenWaiver {
  /** Code or name of the rule. */
  readonly rule: string;
  /** Last day on which it holds: a date that exists. */
  readonly until: string;
  /** Who says so, with the `@`. */
  readonly by: string;
  readonly reason: string;
}

/** Why a comment that means to be a waiver is none: a clause, and what to write. */
export interface Unreadable {
  readonly message: string;
  readonly remedy?: string;
}

export type CommentReading =
  | { readonly kind: "other" }
  | ({ readonly kind: "unreadable" } & Unreadable)
  | { readonly kind: "waiver"; readonly waiver: WrittenWaiver };

const KEYWORD = "recare-ignore";

export const FORM = `# ${KEYWORD} W104 until 2027-01-31 by @dana: why it may stand`;

/** A person writes one line; what is longer is no reason that anybody reads. */
const LONGEST_COMMENT = 500;

/** What begins like a waiver, in whatever case and with whatever sign between the two words. */
const MEANT = /^#+[ \t]*recare[-_ .]*ignore/i;

const WHOLE =
  /^# *recare-ignore +([A-Za-z][A-Za-z0-9-]*) +until +(\S+) +by +@([A-Za-z0-9](?:[A-Za-z0-9._+@-]*[A-Za-z0-9])?): +(\S.*)$/;

/**
 * Reads one comment, its `#` included. Whatever is not written as `FORM` says is no waiver: it is told from an ordinary
 * comment as far as that can be guessed, so that a slip is reported and does not look like a waiver that works.
 */
export function readComment(comment: string): CommentReading {
  const text = comment.trimEnd();
  // What nobody can see or tell apart is a finding already, and says nothing here.
  if (!isMeant(text) || holdsRefused(text)) return { kind: "other" };
  if (text.length > LONGEST_COMMENT) {
    return unreadable(`this waiver is longer than ${LONGEST_COMMENT} characters`, "Say why in a sentence.");
  }
  const whole = WHOLE.exec(text);
  if (whole === null) return unreadable(whatIsMissing(text));
  const [, rule = "", until = "", by = "", reason = ""] = whole;
  const date = parseDate(until);
  if (!date.ok)
    return unreadable(`this waiver ends on no date: ${date.problem.message}`, date.problem.remedy);
  if (!/\p{L}{2}[^\p{L}]+\p{L}{2}/u.test(reason)) {
    return unreadable(
      `"${reason}" is no reason`,
      "After the colon, say in a few words why this may stand: whoever reviews the campaign reads it.",
    );
  }
  return { kind: "waiver", waiver: { rule, until, by: `@${by}`, reason } };
}

function unreadable(message: string, remedy?: string): CommentReading {
  return { kind: "unreadable", message, ...(remedy !== undefined && { remedy }) };
}

function isMeant(text: string): boolean {
  if (MEANT.test(text)) return true;
  const word = /^#+[ \t]*([^\s:]{8,20})(?=[\s:]|$)/.exec(text)?.[1];
  return word !== undefined && nearest(word, [KEYWORD]) !== undefined;
}

/** The first part that is missing or misspelt, as a clause. */
function whatIsMissing(text: string): string {
  if (!new RegExp(`^# *${KEYWORD}(?= |$)`).test(text)) {
    return `this comment looks like a waiver, which begins with \`# ${KEYWORD}\``;
  }
  const rest = text.slice(text.indexOf(KEYWORD) + KEYWORD.length).trim();
  const [rule = "", ...words] = rest.split(/\s+/);
  if (rule === "" || rule === "until" || rule === "by") return "this waiver names no rule";
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(rule)) return `"${rule}" is no code or name of a rule`;
  const [next] = words;
  if (next !== "until" && words.includes("until")) {
    return "this waiver names more than one rule; each has a comment of its own, one above the other";
  }
  if (next !== "until" || words[1] === undefined || !/^\d/.test(words[1])) {
    return "this waiver does not say until when it holds";
  }
  const day = words[1].replace(/:$/, "");
  if (!isDate(day)) return `this waiver ends on no date: "${day}"`;
  const person = words[2] === "by" ? words[3] : undefined;
  if (person === undefined || !person.startsWith("@")) return "this waiver does not say by whom, with an @";
  if (!/:( |$)/.test(rest) || /:$/.test(rest)) return "this waiver gives no reason after a colon";
  return `"${person.replace(/:$/, "")}" is no name of a person`;
}
