import type { Language, Library } from "./library.ts";
import type { Organization } from "./organization.ts";

/**
 * Languages that patients of an organisation speak, as far as its files say: its own, and those that the record of a
 * patient may name. Whoever speaks none of a campaign's languages gets the first, with the language notice.
 */
export function spokenLanguages(
  { languages }: Organization,
  { fields }: Pick<Library, "fields">,
): readonly Language[] {
  const type = fields.get("patient.language")?.type;
  return [...new Set([...languages, ...(type?.kind === "one-of" ? type.values : [])])];
}
