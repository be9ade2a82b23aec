/**
 * All that is known of how a field prints before anybody is chosen. Rendering enforces it, so that what is proved
 * here is what is sent.
 */
export interface ValueShape {
  /** UTF-16 units of the longest value; Infinity where nothing bounds it. */
  readonly longest: number;
  /** Every value is in the basic GSM-7 table. */
  readonly gsm7: boolean;
  /**
   * All texts that the field can print, where they can be listed. With the stored value beside the words, branches
   * that ask for the value and prints of its words are told apart.
   */
  readonly values?: readonly ListedValue[];
}

export type ListedValue = string | { readonly value: string; readonly words: string };

/** How a field prints: by its words for patients where `said`, else by its stored value. */
export type Describe = (path: string, said: boolean) => ValueShape;

export function storedOf(listed: ListedValue): string {
  return typeof listed === "string" ? listed : listed.value;
}

export function wordsOf(listed: ListedValue): string {
  return typeof listed === "string" ? listed : listed.words;
}
