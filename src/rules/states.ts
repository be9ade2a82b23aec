import type { Library } from "../model/index.ts";

/** Whether patients of a state are likely among those served: a clinic stands there, or video visits are offered there. */
export function serves(state: string, { locations }: Library): boolean {
  const inAddress = new RegExp(`\\b${state}\\b,? \\d{5}`);
  return [...locations.values()].some(
    ({ address, telehealth }) => telehealth.includes(state) || inAddress.test(address.value),
  );
}
