export { outcomeCsv } from "./csv.ts";
export { outcomeHtml } from "./html.ts";
export { type CountRow, type OutcomeReport, type OutcomeRow, outcomeReport } from "./report.ts";
export { creditInWords, goalInWords, HOW_SHARES_STAND } from "./report-words.ts";
export { resultsText } from "./results-file.ts";
export { difference, wilson } from "./wilson.ts";
