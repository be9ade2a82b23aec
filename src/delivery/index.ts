export type { Channel, Sent } from "./channel.ts";
export { letterPdf, UnprintableLetter } from "./channels/letter/pdf.ts";
export { type Compose, composerOf } from "./compose/compose.ts";
export { dateInWords } from "./compose/date-words.ts";
export { foldToGsm7 } from "./compose/fold.ts";
export { spokenCode } from "./compose/spoken-code.ts";
export type * from "./message.ts";
export type { FieldValue, Touch, TouchRecord } from "./record.ts";
