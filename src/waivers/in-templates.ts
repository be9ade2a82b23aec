import { WAIVER_WITHOUT_PLACE } from "../rules/index.ts";
import { type Diagnostic, diagnose, type SourceText } from "../source/index.ts";

/** A comment of Liquid that begins like a waiver, in whatever case and with whatever sign between the two words. */
const IN_LIQUID = /\{%-?\s{0,20}(?:comment\s{0,20}-?%\}|#)[\s#]{0,20}recare[-_ .]{0,3}ignore/gi;
/** In a partial a `#` begins no comment: its words would be sent. */
const IN_PARTIAL = /#[ \t]{0,20}recare[-_ .]{0,3}ignore/gi;

/**
 * Waivers that somebody wrote into a template, where they cover nothing. A template has no keys, so a waiver could only
 * cover lines, which are no structural place: whoever moved them would move what is waived unseen. And a partial stands
 * in many texts under many conditions: a waiver in it would let findings stand in campaigns that its author never saw.
 *
 * @param partials the files that are templates as a whole, by path
 */
export function waiversInTemplates(
  texts: Iterable<SourceText>,
  partials: ReadonlySet<string>,
): readonly Diagnostic[] {
  return [...texts].flatMap(({ path, text }) => {
    const patterns = partials.has(path) ? [IN_LIQUID, IN_PARTIAL] : [IN_LIQUID];
    const starts = patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
    );
    const apart = starts.filter(
      ({ start, end }, index) =>
        !starts.some((other, before) => before < index && other.start < end && start < other.end),
    );
    return apart.map(({ start, end }) =>
      diagnose(WAIVER_WITHOUT_PLACE, {
        at: { file: path, start, end },
        message: "this waiver stands within a template, where it covers nothing",
        remedy:
          "Write it as a YAML comment above the key of the text; words of a partial go into library/phrases.yaml, where a comment above the phrase covers them.",
      }),
    );
  });
}
