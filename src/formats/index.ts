export { FORMATS, type FormatName, formatOf, MOST_CHARACTERS, type Read, readFormat } from "./read.ts";
