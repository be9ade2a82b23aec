/** A decimal of a database without the zeroes that its column's scale adds: "1.500" is "1.5", "2.000" is "2". */
export function decimalText(written: string): string {
  return written.includes(".") ? written.replace(/\.?0+$/, "") : written;
}

/**
 * A whole number of a database.
 *
 * @throws RangeError where a double cannot hold it
 */
export function wholeNumber(written: string): number {
  const value = Number(written);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${written} is too large a number`);
  return value;
}
