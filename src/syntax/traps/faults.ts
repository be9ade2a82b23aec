import type { Fault } from "../fault.ts";
import {
  ALIAS,
  ANCHOR,
  DIRECTIVE,
  KEY_NOT_A_NAME,
  MERGE_KEY,
  SEVERAL_DOCUMENTS,
  TYPE_TAG,
} from "../findings/refusals.ts";
import {
  BRACKET_NOT_CLOSED,
  DASH_INSIDE_LINE,
  QUOTE_NOT_CLOSED,
  UNEVEN_INDENT,
} from "../findings/structure.ts";
import {
  COLON_IN_TEXT,
  COMMA_IN_BRACES,
  COMMA_IN_CONDITION,
  COMMENT_IN_TEXT,
  QUOTE_ENDS_EARLY,
  TEMPLATE_AT_START,
  TEXT_NEEDS_QUOTES,
} from "../findings/traps.ts";
import { quoted, type Stretch, textUnder, wordsOf } from "../words.ts";

/** What to write: the words of a stretch in quotes, as code. */
function inQuotes(text: string, stretch: Stretch): string {
  return `\`${quoted(wordsOf(text, stretch))}\``;
}

export function colonInText(text: string, sentence: Stretch): Fault {
  const written = quoted(wordsOf(text, sentence));
  return {
    meta: COLON_IN_TEXT,
    ...sentence,
    message: `A colon in a sentence needs quotes: ${written}`,
    remedy: `Write \`${written}\`, with the quotes.`,
  };
}

export function commentInText(text: string, kept: Stretch, comment: Stretch): Fault {
  const words = wordsOf(text, kept);
  const lost = /\s/.test(words) ? "patients would read only" : "the value would be only";
  return {
    meta: COMMENT_IN_TEXT,
    ...comment,
    message: `Everything after # is a comment; ${lost} "${words}".`,
    remedy: `Put the text in quotes: ${inQuotes(text, { start: kept.start, end: comment.end })}. If the rest is a comment, write two spaces before the # and one after it.`,
  };
}

export function commentTooNear(comment: Stretch): Fault {
  return {
    meta: COMMENT_IN_TEXT,
    ...comment,
    message: "A comment needs a space before its #.",
    remedy: "Write two spaces before the #.",
  };
}

export function commaInBraces(text: string, key: string, cut: Stretch, comma: number): Fault {
  return {
    meta: COMMA_IN_BRACES,
    ...cut,
    message: `The comma ended ${textUnder(key)} after "${wordsOf(text, { start: cut.start, end: comma })}".`,
  };
}

export function commaInCondition(text: string, cut: Stretch, comma: number): Fault {
  return {
    meta: COMMA_IN_CONDITION,
    ...cut,
    message: `The comma in brackets ended the condition after "${wordsOf(text, { start: cut.start, end: comma })}".`,
  };
}

/** `key` is the name before the colon where the text stands beside one. */
export function templateAtStart(text: string, template: Stretch, key: string | undefined): Fault {
  return {
    meta: TEMPLATE_AT_START,
    ...template,
    message: `A text that begins with ${text.slice(template.start, template.start + 2)} cannot stand beside its key.`,
    remedy:
      key === undefined
        ? `Put it in quotes: ${inQuotes(text, template)}.`
        : `Write \`${key}: |\` and the text on the next line, indented.`,
  };
}

export function textNeedsQuotes(text: string, words: Stretch): Fault {
  const sign = text.charAt(words.start);
  const below =
    sign === "|" || sign === ">"
      ? ` Or end the line after ${sign} and write the text below it, indented.`
      : "";
  return {
    meta: TEXT_NEEDS_QUOTES,
    ...words,
    message: `A text that begins with ${sign} needs quotes.`,
    remedy: `Write ${inQuotes(text, words)}.${below}`,
  };
}

export function quoteEndsEarly(text: string, words: Stretch, kept: Stretch): Fault {
  const written = wordsOf(text, words);
  const whole = written.length > 1 && written.endsWith(written.charAt(0)) ? written.slice(1, -1) : written;
  return {
    meta: QUOTE_ENDS_EARLY,
    ...words,
    message: `The text in quotes ends after "${wordsOf(text, kept)}", but the line goes on.`,
    remedy: `Put the whole text in quotes: \`${quoted(whole)}\`.`,
  };
}

export function quoteNotClosed(words: Stretch): Fault {
  return { meta: QUOTE_NOT_CLOSED, ...words, message: "The quote that opens here is not closed." };
}

export function alias(text: string, words: Stretch): Fault {
  return {
    meta: ALIAS,
    ...words,
    message: `"${wordsOf(text, words)}" would stand for something written elsewhere in the file, because it begins with *.`,
    remedy: `Write the value itself. If this is a text, put it in quotes: ${inQuotes(text, words)}.`,
  };
}

/** A mark before a value: `&name` or `!type`. */
export function property(text: string, mark: Stretch): Fault {
  const written = `"${wordsOf(text, mark)}"`;
  return text.charAt(mark.start) === "!"
    ? { meta: TYPE_TAG, ...mark, message: `${written} would give the value a type.` }
    : { meta: ANCHOR, ...mark, message: `${written} would mark the value to be repeated elsewhere.` };
}

export function mergeKey(line: Stretch): Fault {
  return { meta: MERGE_KEY, ...line, message: "<< would copy entries in from another place in the file." };
}

export function dashInsideLine(text: string, words: Stretch): Fault {
  return {
    meta: DASH_INSIDE_LINE,
    ...words,
    message: "A dash that begins an item must begin a line.",
    remedy: `Put each item on a line of its own below the key. If this is a text, put it in quotes: ${inQuotes(text, words)}.`,
  };
}

export function questionMark(line: Stretch): Fault {
  return {
    meta: KEY_NOT_A_NAME,
    ...line,
    message: "A line that begins with a question mark and a space makes a key of what follows it.",
    remedy: "Write one word and a colon, such as `title:`. If this is a text, put it in quotes.",
  };
}

export function directive(text: string, line: Stretch): Fault {
  return {
    meta: DIRECTIVE,
    ...line,
    message: `"${wordsOf(text, line)}" is an instruction to a YAML program, not a part of a page.`,
  };
}

export function secondDocument(line: Stretch): Fault {
  return {
    meta: SEVERAL_DOCUMENTS,
    ...line,
    message: "A second page begins here; nothing after this would be read.",
  };
}

export function nothingToClose(text: string, at: number): Fault {
  const closing = text.charAt(at);
  const opening = closing === "}" ? "{" : "[";
  return {
    meta: BRACKET_NOT_CLOSED,
    start: at,
    end: at + 1,
    message: `This ${closing} closes nothing: no ${opening} stands before it.`,
    remedy: `Delete the ${closing}, or put the text that it belongs to in quotes.`,
  };
}

export function notClosed(text: string, open: number): Fault {
  const opening = text.charAt(open);
  const isMap = opening === "{";
  return {
    meta: BRACKET_NOT_CLOSED,
    start: open,
    end: open + 1,
    message: `The ${opening} that opens here is not closed.`,
    remedy: `Write ${isMap ? "}" : "]"} where the ${isMap ? "group" : "list"} ends. If the ${opening} belongs to a text, put the text in quotes.`,
  };
}

/** A key under a text of another key, indented as if it went on with that text. */
export function keyInsideText(text: string, key: Stretch, sibling: string): Fault {
  const name = wordsOf(text, key);
  return {
    meta: UNEVEN_INDENT,
    ...key,
    message: `\`${name}\` is indented further than \`${sibling}\` above it, so it would be read as part of that text.`,
    remedy: `Begin \`${name}\` in the same column as \`${sibling}\`; if it belongs to the text, put the whole text in quotes.`,
  };
}
