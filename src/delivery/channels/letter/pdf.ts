import type PDFDocument from "pdfkit";
import type { Block, Run } from "../../markdown/blocks.ts";
import { spoken } from "../../markdown/plain.ts";
import type { LetterMessage } from "../../message.ts";
import { FACES, type Face, fontFile } from "./fonts.ts";
import { ADDRESS_WINDOW, PAPER, RETURN_ADDRESS } from "./paper.ts";

type Pdf = InstanceType<typeof PDFDocument>;

const SIZE = 11;
const LINE_GAP = 3;

/** A letter that cannot be printed as it must be. */
export class UnprintableLetter extends Error {
  override readonly name = "UnprintableLetter";
}

const PAGE_WORDS: Readonly<Record<string, (page: number, pages: number) => string>> = {
  en: (page, pages) => `Page ${page} of ${pages}`,
  es: (page, pages) => `Página ${page} de ${pages}`,
};

/**
 * A letter as a PDF: the address in the window, the words below the first fold, page numbers where there are several.
 * The same letter has the same bytes.
 *
 * @throws UnprintableLetter for an address that the window does not hold and for signs that the font does not have
 */
export async function letterPdf(letter: LetterMessage): Promise<Buffer> {
  const { default: Document } = await import("pdfkit");
  const doc = new Document({
    size: [PAPER.width, PAPER.height],
    margins: {
      top: PAPER.margin,
      bottom: PAPER.height - PAPER.bottom,
      left: PAPER.margin,
      right: PAPER.margin,
    },
    bufferPages: true,
    lang: letter.language,
    displayTitle: true,
    // The day of printing is not part of a letter: its bytes would change overnight.
    info: { Title: letter.from[0] ?? "", CreationDate: new Date(0), Producer: "Recare", Creator: "Recare" },
  });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => doc.on("end", resolve).on("error", reject));
  for (const face of Object.keys(FACES) as Face[]) doc.registerFont(face, fontFile(face));
  returnAddress(doc, letter.from);
  address(doc, letter.to);
  foldMarks(doc);
  doc.x = PAPER.margin;
  doc.y = PAPER.bodyTop;
  for (const [index, block] of letter.body.entries()) write(doc, block, letter.body[index + 1]);
  numberPages(doc, letter.language);
  doc.end();
  await done;
  return Buffer.concat(chunks);
}

function returnAddress(doc: Pdf, lines: readonly string[]): void {
  doc.fillColor("#333");
  const { left, top, width } = RETURN_ADDRESS;
  lines.forEach((line, index) => {
    addressLine(doc, line, "regular", 8, left, top + index * 10, width);
  });
}

/** Up to four lines in 10 points, five in 8: below that no reader of the Postal Service is sure. */
function address(doc: Pdf, lines: readonly string[]): void {
  if (lines.length > 5) throw new UnprintableLetter("the address has more lines than the window holds");
  const size = lines.length > 4 ? 8 : 10;
  doc.fillColor("#000");
  lines.forEach((line, index) => {
    addressLine(
      doc,
      line,
      "regular",
      size,
      ADDRESS_WINDOW.left,
      ADDRESS_WINDOW.top + index * size * 1.17,
      ADDRESS_WINDOW.width,
    );
  });
}

/** One line that must fit its width; a narrower size down to 8 points is tried first. */
function addressLine(
  doc: Pdf,
  text: string,
  face: Face,
  size: number,
  x: number,
  y: number,
  width: number,
): void {
  doc.font(face);
  refuseUnknownSigns(doc, text);
  let points = size;
  while (points > 8 && doc.fontSize(points).widthOfString(text) > width) points -= 0.5;
  if (doc.fontSize(points).widthOfString(text) > width)
    throw new UnprintableLetter("a line of the address is wider than the window");
  doc.text(text, x, y, { lineBreak: false });
}

function foldMarks(doc: Pdf): void {
  doc.lineWidth(0.3).strokeColor("#999");
  for (const y of PAPER.folds) doc.moveTo(12, y).lineTo(22, y).stroke();
}

function write(doc: Pdf, block: Block, next: Block | undefined): void {
  doc.fillColor("#000");
  if (block.kind === "rule") {
    breakBefore(doc, 20);
    const { y } = doc;
    doc
      .lineWidth(0.5)
      .strokeColor("#999")
      .moveTo(PAPER.margin, y + 4)
      .lineTo(PAPER.width - PAPER.margin, y + 4)
      .stroke();
    doc.y = y + 16;
    return;
  }
  const size = block.kind === "heading" ? SIZE + 3 : SIZE;
  const indent = block.kind === "item" ? block.level * 16 : 0;
  const width = PAPER.width - 2 * PAPER.margin - indent;
  const height = doc
    .font("regular")
    .fontSize(size)
    .heightOfString(spoken(block.runs), { width, lineGap: LINE_GAP });
  // A heading stays with what it is about, and a short paragraph is not torn.
  breakBefore(doc, block.kind === "heading" ? height + 40 : Math.min(height, 60));
  if (block.kind === "item") {
    const { y } = doc;
    doc.font("regular").fontSize(size);
    doc.text(block.number === null ? "•" : `${block.number}.`, PAPER.margin + indent - 14, y, {
      lineBreak: false,
    });
    doc.y = y;
  }
  doc.x = PAPER.margin + indent;
  const runs = block.runs.length === 0 ? [{ text: " ", bold: false, italic: false, link: null }] : block.runs;
  runs.forEach((run, index) => {
    doc.font(block.kind === "heading" ? "bold" : faceOf(run)).fontSize(size);
    const text = spoken([run]);
    refuseUnknownSigns(doc, text);
    doc.text(text, { width, lineGap: LINE_GAP, continued: index < runs.length - 1 });
  });
  doc.y += block.kind === "item" && next?.kind === "item" ? 2 : 9;
}

function breakBefore(doc: Pdf, height: number): void {
  if (doc.y + height > PAPER.bottom) doc.addPage();
}

function faceOf({ bold, italic }: Run): Face {
  if (bold) return italic ? "boldItalic" : "bold";
  return italic ? "italic" : "regular";
}

/** A box in the place of a letter of somebody's name is worse than no letter. */
function refuseUnknownSigns(doc: Pdf, text: string): void {
  const font: unknown = Reflect.get(Reflect.get(doc, "_font") as object, "font");
  const has = (font as { hasGlyphForCodePoint(point: number): boolean }).hasGlyphForCodePoint.bind(font);
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    if (sign === "\n" || has(point)) continue;
    const name = point.toString(16).toUpperCase().padStart(4, "0");
    throw new UnprintableLetter(`the font of letters has no sign for U+${name}`);
  }
}

function numberPages(doc: Pdf, language: string): void {
  const { count } = doc.bufferedPageRange();
  if (count < 2) return;
  const words = PAGE_WORDS[language] ?? ((page: number, pages: number) => `${page} / ${pages}`);
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    // Below the margin; pdfkit would begin a page for it.
    doc.page.margins.bottom = 0;
    doc.font("regular").fontSize(8).fillColor("#333");
    doc.text(words(page + 1, count), PAPER.margin, PAPER.height - 42, {
      width: PAPER.width - 2 * PAPER.margin,
      align: "center",
      lineBreak: false,
    });
  }
}
