import type { Library, Location } from "../../model/index.ts";
import { spanWithin } from "../../template/index.ts";
import { practice } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf } from "../where.ts";

export default outletRule(
  {
    code: "W113",
    name: "typed-clinic-fact",
    summary: "One clinic's phone, name or hours in a message for several",
    why: "A message for patients of several clinics prints each patient's own. A number, a name or hours that were typed in are right for one clinic and send everybody else to the wrong place.",
    remedy: "Print the field instead: {{ clinic.phone }}, {{ clinic.name }}; leave hours to the page.",
    basis: practice("copy review practice"),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "A field",
          edit: 'library/locations.yaml:\n+  maple_south:\n+    public_name: Maple Health South\n+    address: 3 Elm Street, Springfield, IL 62703\n+    phone: "+1 217 555 0199"\n+    nurse_line: "+1 217 555 0143"\n+    time_zone: America/Chicago\n+    hours: {mon-fri: "10:00-18:00"}\n   maple_north:',
        },
      ],
      bad: [
        {
          title: "The number of one of two clinics",
          edit: 'library/locations.yaml:\n+  maple_south:\n+    public_name: Maple Health South\n+    address: 3 Elm Street, Springfield, IL 62703\n+    phone: "+1 217 555 0199"\n+    nurse_line: "+1 217 555 0143"\n+    time_zone: America/Chicago\n+    hours: {mon-fri: "10:00-18:00"}\n   maple_north:\n=\ncampaign.yaml:\n-        You can also call us at {{ clinic.phone }}.\n+        You can also call us at (217) 555-0142.\n \n         {{ bring }}',
          marks: ["(217) 555-0142"],
        },
      ],
    },
  },
  function* (facts, _campaign, { workspace: { library, organization } }) {
    if (library.locations.size < 2) return;
    for (const literal of facts.literals) {
      const { text } = literal;
      for (const { start, end, says, place } of typedFacts(text, library, organization.sender.value)) {
        yield {
          at: spanWithin(literal, start, end),
          message: `"${text.slice(start, end)}" in ${nameOf(facts)} ${says}, and there are ${library.locations.size} clinics`,
          related: place ? [{ at: place.at, message: "the clinic is here" }] : [],
        };
      }
    }
  },
);

interface TypedFact {
  readonly start: number;
  readonly end: number;
  readonly says: string;
  readonly place?: Location;
}

/** Ten digits as people write a telephone number, with or without the country's. */
const PHONE = /(?:\+?1[ .-]?)?(?:\(\d{3}\)|\d{3})[ .-]?\d{3}[ .-]?\d{4}(?!\d)/g;
/** "8 a.m. to 5 p.m.", "08:00–17:00", "de 8 a 17 horas". */
const HOURS =
  /\b\d{1,2}(?::\d{2})? ?(?:a\.?m\.?|p\.?m\.?)? ?(?:-|–|to|until|a|hasta) ?\d{1,2}(?::\d{2})? ?(?:a\.?m\.?|p\.?m\.?)|\b\d{1,2}:\d{2} ?(?:-|–|to|a|hasta) ?\d{1,2}:\d{2}\b/gi;

/** What stands in a text and holds for one of several clinics. */
function* typedFacts(text: string, { locations }: Library, sender: string): Iterable<TypedFact> {
  const places = [...locations.values()];
  for (const { 0: number, index } of text.matchAll(PHONE)) {
    const owners = places.filter((place) => phonesOf(place).includes(digitsOf(number)));
    const [place] = owners;
    if (place === undefined || owners.length === places.length) continue;
    yield { start: index, end: index + number.length, says: `is the number of ${place.id} alone`, place };
  }
  for (const place of places) {
    const name = place.publicName.value;
    const start = name === "" || name === sender ? -1 : text.indexOf(name);
    if (start < 0) continue;
    yield { start, end: start + name.length, says: `is the name of ${place.id} alone`, place };
  }
  const weeks = new Set(places.map(({ hours }) => JSON.stringify(hours.days)));
  if (weeks.size === 1) return;
  for (const { 0: hours, index } of text.matchAll(HOURS)) {
    yield { start: index, end: index + hours.length, says: "is when one clinic is open" };
  }
}

function phonesOf({ phone, nurseLine }: Location): readonly string[] {
  return [phone, ...(nurseLine ? [nurseLine] : [])].map(({ value }) => digitsOf(value));
}

/** The ten digits of a North American number, however it is written. */
function digitsOf(number: string): string {
  return number.replace(/\D/g, "").slice(-10);
}
