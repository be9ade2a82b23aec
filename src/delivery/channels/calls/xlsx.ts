import { REPLY_KINDS } from "../../../model/index.ts";
import { neutralCell } from "./neutral-cell.ts";
import { COLUMNS } from "./worklist.ts";

/** A worklist as a workbook: wrapped scripts, a frozen head, and a list to choose the outcome from. */
export async function worklistXlsx(team: string, rows: readonly (readonly string[])[]): Promise<Buffer> {
  const { default: excel } = await import("exceljs");
  const book = new excel.Workbook();
  // A name of a sheet has at most 31 characters, and none of these.
  const sheet = book.addWorksheet(team.replace(/[\\/*?:[\]]/g, "_").slice(0, 31), {
    views: [{ state: "frozen", xSplit: 1, ySplit: 1 }],
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = COLUMNS.map(([header, width]) => ({ header, width }));
  sheet.getRow(1).font = { bold: true };
  // `recare events import` reads the list back: what staff choose is the kind of reply.
  const outcome = COLUMNS.findIndex(([name]) => name === "Outcome") + 1;
  for (const cells of rows) {
    const row = sheet.addRow(cells.map(neutralCell));
    row.alignment = { wrapText: true, vertical: "top" };
    row.getCell(outcome).dataValidation = {
      type: "list",
      allowBlank: true,
      formulae: [`"${REPLY_KINDS.join(",")}"`],
      showErrorMessage: true,
      errorTitle: "Outcome",
      error: "Please choose one of the list.",
    };
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
