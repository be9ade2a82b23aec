/** First names, common in the languages that campaigns are written in. */
export const FIRST_NAMES = [
  "Ana",
  "Ben",
  "Carmen",
  "David",
  "Elena",
  "Frank",
  "Grace",
  "Hugo",
  "Irene",
  "James",
  "Karen",
  "Luis",
  "Maria",
  "Noah",
  "Olga",
  "Pedro",
  "Quinn",
  "Rosa",
  "Samuel",
  "Teresa",
  "Uma",
  "Victor",
  "Wanda",
  "Ximena",
  "Yusuf",
  "Zoe",
  "Aisha",
  "Bruno",
  "Chloe",
  "Diego",
  "Emma",
  "Felix",
  "Gloria",
  "Henry",
  "Ines",
  "Jorge",
] as const;

export const LAST_NAMES = [
  "Alvarez",
  "Baker",
  "Castillo",
  "Dawson",
  "Espinoza",
  "Foster",
  "Garcia",
  "Harris",
  "Ibarra",
  "Jensen",
  "Kim",
  "Lopez",
  "Martin",
  "Nguyen",
  "Ortiz",
  "Parker",
  "Quintero",
  "Reed",
  "Santos",
  "Turner",
  "Ueda",
  "Vega",
  "Walker",
  "Xu",
  "Young",
  "Zamora",
] as const;

export const STREETS = [
  "Oak Street",
  "Maple Avenue",
  "Cedar Lane",
  "Lake Road",
  "Hill Street",
  "Park Place",
] as const;

/** Places with their state, ZIP code and time zone; some keep no daylight-saving time. */
export const PLACES = [
  ["Springfield", "IL", "62701", "America/Chicago"],
  ["Peoria", "IL", "61602", "America/Chicago"],
  ["Des Moines", "IA", "50309", "America/Chicago"],
  ["Gary", "IN", "46402", "America/Chicago"],
  ["Indianapolis", "IN", "46204", "America/Indiana/Indianapolis"],
  ["Columbus", "OH", "43215", "America/New_York"],
  ["Orlando", "FL", "32801", "America/New_York"],
  ["Pensacola", "FL", "32501", "America/Chicago"],
  ["Austin", "TX", "78701", "America/Chicago"],
  ["El Paso", "TX", "79901", "America/Denver"],
  ["Denver", "CO", "80202", "America/Denver"],
  ["Phoenix", "AZ", "85004", "America/Phoenix"],
  ["Seattle", "WA", "98101", "America/Los_Angeles"],
  ["Honolulu", "HI", "96813", "Pacific/Honolulu"],
  ["Anchorage", "AK", "99501", "America/Anchorage"],
  ["San Juan", "PR", "00901", "America/Puerto_Rico"],
] as const;

/** Three-digit area codes, without those that end in 11, which are services. */
const AREA_CODES = 792;
const NUMBERS = AREA_CODES * 100;

/**
 * SQL for a telephone number that is kept for fiction, 555-0100 to 555-0199. There are 79,200 of them; from there on it is one
 * of 100-0000 to 101-9999, since no exchange begins with 1: it looks like a number everywhere, and is nobody's.
 *
 * @param person SQL for a whole number below 10,000,000 that tells people apart
 */
export function fictionalPhone(person: string): string {
  // 48,271 has no factor in common with 79,200, so that each number comes once in a round.
  const slot = `((${person}) * 48271 % ${NUMBERS})`;
  const number = `concat('+1', ${areaCode(`(${slot} // 100)`)}, '55501', lpad(CAST(${slot} % 100 AS VARCHAR), 2, '0'))`;
  const further = `((${person}) - ${NUMBERS})`;
  const unassigned = `concat('+1', ${areaCode(`(${further} % ${AREA_CODES})`)}, '10', lpad(CAST(${further} // ${AREA_CODES} AS VARCHAR), 5, '0'))`;
  return `(CASE WHEN (${person}) < ${NUMBERS} THEN ${number} ELSE ${unassigned} END)`;
}

/** 200 to 999, leaving out the one in each hundred that ends in 11. */
function areaCode(area: string): string {
  return `(200 + ${area} + (${area} + 88) // 99)`;
}
