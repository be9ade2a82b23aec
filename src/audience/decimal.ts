import type { Decimal } from "./tree.ts";

/** The most digits before and after the point: the product's numeric columns hold as many exactly. */
const WHOLE_DIGITS = 12;
const FRACTION_DIGITS = 6;

/**
 * A decimal in its one canonical form, or nothing where the text is no decimal of at most twelve digits before the
 * point and six after it. Never a floating-point number, so that 0.1 is 0.1.
 *
 * @example canonicalDecimal("-00.50") // "-0.5"
 */
export function canonicalDecimal(text: string): Decimal | undefined {
  const match = /^(-?)0*(\d+)(?:\.(\d+?)0*)?$/.exec(text.length > 40 ? "" : text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", digits = ""] = match;
  const fraction = digits === "0" ? "" : digits;
  if (whole.length > WHOLE_DIGITS || fraction.length > FRACTION_DIGITS) return undefined;
  const magnitude = fraction === "" ? whole : `${whole}.${fraction}`;
  return magnitude === "0" ? "0" : sign + magnitude;
}

/** Negative, zero or positive; exact. Both are canonical. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const difference = scaled(a) - scaled(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The decimal one smallest step above (`steps` 1) or below (-1): no other decimal of the language lies between. */
export function stepDecimal(decimal: Decimal, steps: 1 | -1): Decimal {
  const moved = scaled(decimal) + BigInt(steps);
  const digits = (moved < 0n ? -moved : moved).toString().padStart(FRACTION_DIGITS + 1, "0");
  const text = `${digits.slice(0, -FRACTION_DIGITS)}.${digits.slice(-FRACTION_DIGITS)}`;
  return canonicalDecimal(moved < 0n ? `-${text}` : text) ?? decimal;
}

function scaled(decimal: Decimal): bigint {
  const [whole = "", fraction = ""] = decimal.split(".");
  return BigInt(whole + fraction.padEnd(FRACTION_DIGITS, "0"));
}
