export { outcomeCsv } from "./csv.ts";
export { outcomeHtml } from "./html.ts";
export { type CountRow, type OutcomeReport, type OutcomeRow, outcomeReport } from "./report.ts";
export { type LastResults, RESULTS_FORMAT, readResults, resultsText } from "./results-file.ts";
export { countText, differenceText, shareText } from "./shares.ts";
export { hideSmall, hideSmallRows, SMALLEST_CELL, type Told } from "./small-cells.ts";
export { difference, type Interval, wilson } from "./wilson.ts";
