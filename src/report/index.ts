export { displayWidth, visible } from "./cells.ts";
export { renderGithub } from "./github.ts";
export { FINDINGS_FORMAT, type FindingsJson, findingsJson, renderJson } from "./json.ts";
export { type Paint, paintFor } from "./paint.ts";
export { Places, type Renderer, type Report } from "./report.ts";
export { ruleMarkdown, rulesMarkdown } from "./rule-markdown.ts";
export { type Tally, tallyOf, tallySentence } from "./tally.ts";
export { renderText, type TextStyle } from "./text.ts";
export { wrap } from "./wrap.ts";
