import { fieldsOf, implies, parseCondition } from "../audience/index.ts";
import { type Campaign, fieldSpecs, type Library } from "../model/index.ts";

/**
 * Whether everybody in the audience had something to do with the clinic at most so long ago, by a date that the audience
 * asks for. What cannot be proved counts as longer ago.
 *
 * @param amount as the audience language writes it: "90 days", "18 months"
 */
export function seenWithin(campaign: Campaign, library: Library, amount: string): boolean {
  const specs = fieldSpecs(library.fields);
  return (campaign.audience?.include ?? []).some(({ value, at }) => {
    const [path, ...others] = fieldsOf(value);
    if (path === undefined || others.length > 0 || library.fields.get(path)?.type.kind !== "date")
      return false;
    const recent = parseCondition(`${path} was at most ${amount} ago`, () => at, specs).value;
    return recent !== undefined && implies(value, recent, specs) === "yes";
  });
}
