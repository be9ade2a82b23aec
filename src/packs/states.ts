/** The states, the District of Columbia and the territories, as addresses abbreviate them (USPS Publication 28, appendix B). */
export const STATES: readonly string[] = (
  "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA " +
  "RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI"
).split(" ");

/**
 * The state of a postal address: the two letters before the last ZIP code.
 *
 * @example stateOfAddress("12 Oak Street, Springfield, IL 62701") // "IL"
 */
export function stateOfAddress(address: string): string | undefined {
  const written = [...address.matchAll(/\b([A-Z]{2}),?\s+\d{5}(?:-\d{4})?\b/g)].at(-1)?.[1];
  return written !== undefined && STATES.includes(written) ? written : undefined;
}
