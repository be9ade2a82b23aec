import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/**
 * A number as gateways and telephones take it (E.164). A number without a country is of the United States, whose rules
 * the product knows.
 *
 * @returns nothing for what is no telephone number
 *
 * @example dialled("(217) 555-0123") // "+12175550123"
 */
export function dialled(number: string): string | undefined {
  const parsed = parsePhoneNumberFromString(number, { defaultCountry: "US", extract: false });
  return parsed?.isPossible() && parsed.ext === undefined ? parsed.number : undefined;
}
