/**
 * A cell that no spreadsheet reads as a formula: those that begin with = + - @, a tab or a carriage return (OWASP, "CSV
 * Injection") get an apostrophe before them. Signs of the full-width forms too, which some programs fold.
 *
 * @example neutralCell('=HYPERLINK("http://…")') // `'=HYPERLINK("http://…")`
 */
export function neutralCell(text: string): string {
  return /^[\s\p{Cf}]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u.test(text) ? `'${text}` : text;
}
