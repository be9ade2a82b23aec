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

/** The decimal one smallest step above (`direction` 1) or below (-1): no other decimal of the language lies between. */
export function stepDecimal(decimal: Decimal, direction: 1 | -1): Decimal {
  return written(scaled(decimal) + BigInt(direction)) ?? decimal;
}

/** A decimal between its neighbours in its last digit: `0.5` between `0.4` and `0.6`. */
export function neighboursOf(decimal: Decimal): readonly Decimal[] {
  const digits = decimal.split(".")[1]?.length ?? 0;
  const step = 10n ** BigInt(FRACTION_DIGITS - digits);
  return [-step, 0n, step].map((moved) => written(scaled(decimal) + moved) ?? decimal);
}

function scaled(decimal: Decimal): bigint {
  const [whole = "", fraction = ""] = decimal.split(".");
  return BigInt(whole + fraction.padEnd(FRACTION_DIGITS, "0"));
}

/** Nothing where a step led out of the digits that the language has. */
function written(scaled: bigint): Decimal | undefined {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(FRACTION_DIGITS + 1, "0");
  const text = `${digits.slice(0, -FRACTION_DIGITS)}.${digits.slice(-FRACTION_DIGITS)}`;
  return canonicalDecimal(scaled < 0n ? `-${text}` : text);
}
