export { FORMATS, type FormatName, MOST_CHARACTERS, type Read, readFormat } from "./read.ts";
