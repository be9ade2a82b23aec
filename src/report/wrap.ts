import { displayWidth } from "./cells.ts";

/**
 * Breaks a sentence at its spaces so that no line is wider than `columns`; a single longer word keeps its own line.
 * Every line after the first begins with `hang` spaces.
 */
export function wrap(text: string, columns: number, hang = 0): string {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const word of text.split(" ")) {
    const wordWidth = displayWidth(word);
    if (line !== "" && width + 1 + wordWidth > columns - (lines.length === 0 ? 0 : hang)) {
      lines.push(line);
      line = word;
      width = wordWidth;
    } else {
      line = line === "" ? word : `${line} ${word}`;
      width += wordWidth + (width === 0 ? 0 : 1);
    }
  }
  lines.push(line);
  return lines.join(`\n${" ".repeat(hang)}`);
}
