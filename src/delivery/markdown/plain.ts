import { blocksOf, type Run } from "./blocks.ts";

/**
 * A Markdown text for readers of plain text: links as "Book now: https://…", a blank line between paragraphs.
 *
 * @example plainText("Hi **Ana**\n\n- [Book](https://a.example/r)") // "Hi Ana\n\n- Book: https://a.example/r\n"
 */
export function plainText(markdown: string): string {
  let text = "";
  let wasItem = false;
  for (const block of blocksOf(markdown)) {
    const isItem = block.kind === "item";
    if (text !== "") text += wasItem && isItem ? "\n" : "\n\n";
    if (block.kind === "rule") text += "-- --";
    else if (isItem)
      text += `${"  ".repeat(block.level - 1)}${block.number === null ? "-" : `${block.number}.`} ${spoken(block.runs)}`;
    else text += spoken(block.runs);
    wasItem = isItem;
  }
  return `${text}\n`;
}

/** Words of a paragraph, with the address behind the words of a link, unless they are the address. */
export function spoken(runs: readonly Run[]): string {
  return runs
    .map(({ text, link }, index) => {
      if (link === null || runs[index + 1]?.link === link) return text;
      const bare = link.replace(/^(?:https?:\/\/|mailto:|tel:)/i, "");
      return text.trim() === link || text.trim() === bare ? text : `${text}: ${link}`;
    })
    .join("");
}
