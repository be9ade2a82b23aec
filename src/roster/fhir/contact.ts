import { type Json, type Resource, recordsAt, type TextRow, textAt } from "./resource.ts";

const TIME_ZONE = [
  "http://hl7.org/fhir/StructureDefinition/timezone",
  "http://hl7.org/fhir/StructureDefinition/tz-code",
];

/** Name, language, phone, email and address of a Patient or RelatedPerson. */
export function contactColumns(person: Resource): TextRow {
  const name = best(recordsAt(person, "name"), ["usual", "official"]);
  const phone = best(telecoms(person, "phone").concat(telecoms(person, "sms")), ["mobile", "home"]);
  const email = best(telecoms(person, "email"), ["home"]);
  const address = best(recordsAt(person, "address"), ["home"]);
  return {
    first_name: textAt(name, "given", 0),
    middle_name: textAt(name, "given", 1),
    last_name: textAt(name, "family"),
    language: languageOf(person),
    phone: textAt(phone, "value"),
    email: textAt(email, "value"),
    address_line_1: textAt(address, "line", 0),
    address_line_2: textAt(address, "line", 1),
    city: textAt(address, "city"),
    state: textAt(address, "state"),
    postal_code: textAt(address, "postalCode"),
    time_zone: timeZoneOf(address) ?? timeZoneOf(person),
  };
}

function telecoms(person: Resource, system: string): Resource[] {
  return recordsAt(person, "telecom").filter((telecom) => textAt(telecom, "system") === system);
}

/** The one in use: never an old one, by rank, then by the uses that are better, then as listed. */
function best(listed: readonly Resource[], uses: readonly string[]): Resource | undefined {
  const rank = (item: Resource) => (typeof item.rank === "number" ? item.rank : Number.MAX_SAFE_INTEGER);
  const place = (item: Resource) => {
    const index = uses.indexOf(textAt(item, "use") ?? "");
    return index < 0 ? uses.length : index;
  };
  return listed
    .filter((item) => textAt(item, "use") !== "old" && textAt(item, "period", "end") === undefined)
    .map((item, index) => ({ item, index }))
    .sort((a, b) => rank(a.item) - rank(b.item) || place(a.item) - place(b.item) || a.index - b.index)[0]
    ?.item;
}

/** The preferred language, or the only one, without its region: `es-MX` reads `es`. */
function languageOf(person: Resource): string | undefined {
  const spoken = recordsAt(person, "communication");
  const preferred = spoken.find(({ preferred: isPreferred }) => isPreferred === true) ?? spoken[0];
  return textAt(preferred, "language", "coding", 0, "code")?.split("-")[0]?.toLowerCase();
}

function timeZoneOf(holder: Json | undefined): string | undefined {
  const zone = recordsAt(holder, "extension").find(({ url }) => TIME_ZONE.some((known) => known === url));
  return textAt(zone, "valueCode") ?? textAt(zone, "valueString");
}
