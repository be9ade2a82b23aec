import { type Block, blocksOf, type Run } from "./blocks.ts";

/** Text with nothing that HTML reads, in elements and in attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

interface MailPage {
  readonly language: string;
  readonly subject: string;
  /** Read by mail programs, shown by none. */
  readonly preheader: string;
  /** Markdown, with values passed through `withoutMarkdown`. */
  readonly body: string;
}

/**
 * A mail as one column of HTML without a picture, a script, or anything that is loaded: nobody learns from it that it
 * was opened. Styles stand in the elements, since some mail programs drop all others.
 */
export function mailHtml({ language, subject, preheader, body }: MailPage): string {
  const hidden = "display:none;max-height:0;overflow:hidden";
  return [
    "<!doctype html>",
    `<html lang="${escapeHtml(language)}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;font:16px/1.6 -apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif">',
    ...(preheader === "" ? [] : [`<div style="${hidden}" aria-hidden="true">${escapeHtml(preheader)}</div>`]),
    '<div role="article" style="max-width:600px;margin:0 auto">',
    ...groups(blocksOf(body)),
    "</div></body></html>",
    "",
  ].join("\n");
}

/** Blocks as elements; neighbouring items make one list. A list within a list is one of deeper indent. */
function groups(blocks: readonly Block[]): readonly string[] {
  const lines: string[] = [];
  let list = "";
  const close = () => {
    if (list !== "") lines.push(`</${list}>`);
    list = "";
  };
  for (const block of blocks) {
    if (block.kind !== "item") {
      close();
      lines.push(element(block));
      continue;
    }
    const kind = block.number === null ? "ul" : "ol";
    if (list !== kind) {
      close();
      const start = block.number === null || block.number === 1 ? "" : ` start="${block.number}"`;
      lines.push(`<${kind}${start} style="margin:0 0 16px;padding-left:24px">`);
      list = kind;
    }
    const indent = block.level > 1 ? ` style="margin-left:${(block.level - 1) * 24}px"` : "";
    lines.push(`<li${indent}>${inline(block.runs)}</li>`);
  }
  close();
  return lines;
}

function element(block: Exclude<Block, { kind: "item" }>): string {
  switch (block.kind) {
    case "paragraph":
      return `<p style="margin:0 0 16px">${inline(block.runs)}</p>`;
    case "heading": {
      const level = Math.min(block.level, 6);
      return `<h${level} style="margin:0 0 12px;font-size:20px;line-height:1.3">${inline(block.runs)}</h${level}>`;
    }
    case "rule":
      return '<hr style="border:0;border-top:1px solid #ccc;margin:24px 0">';
  }
}

function inline(runs: readonly Run[]): string {
  return runs
    .map(({ text, bold, italic, link }) => {
      let words = escapeHtml(text).replaceAll("\n", "<br>");
      if (italic) words = `<em>${words}</em>`;
      if (bold) words = `<strong>${words}</strong>`;
      return link === null ? words : `<a href="${escapeHtml(link)}">${words}</a>`;
    })
    .join("");
}
