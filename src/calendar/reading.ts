/** What a reader of a short text returns: the typed value, or what is wrong with the text in the author's words. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ReadingProblem };

export interface ReadingProblem {
  /** One sentence without its full stop: what is wrong, with the text. */
  readonly message: string;
  /** What to write instead. */
  readonly remedy: string;
}
