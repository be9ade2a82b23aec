import { fieldsOf, overlaps } from "../../audience/index.ts";
import { phraseBook } from "../../lexicon/index.ts";
import { type Campaign, fieldSpecs, type Library } from "../../model/index.ts";
import { law } from "../basis.ts";
import { conditionOf, peopleOf } from "../conditions.ts";
import { rule } from "../rule.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";

const RELATIVE =
  "(child|children|son|daughter|baby|mother|father|mom|dad|husband|wife|spouse|parent|parents|grandmother|grandfather)";
const MATTER =
  "(visit|visits|appointment|appointments|care|care team|doctor|checkup|check-up|results|health|next visit|missed visit)";
const PARIENTE = "(hijo|hija|hijos|bebé|niño|niña|madre|padre|mamá|papá|esposo|esposa|abuela|abuelo)";

/** Words that suppose who the reader is to the patient. */
const SUPPOSES = phraseBook({
  find: {
    en: `your ${RELATIVE}'s ${MATTER} | your ${RELATIVE} (missed|is due|needs|has|was|is) | (for|about|of) your ${RELATIVE}`,
    es: `su ${PARIENTE} (tiene|necesita|faltó|perdió|debe) | (visita|cita|atención|salud|médico) de su ${PARIENTE} | (para|sobre) su ${PARIENTE}`,
  },
});

export default rule(
  {
    code: "P119",
    name: "proxy-recipient",
    summary: "A message that supposes who reads it",
    why: "A caregiver may be a daughter, a neighbor or a guardian, and a message to the wrong one tells a family what it should not know. Minors are not written to at all: their messages go to a guardian, and nothing that they may decide alone goes there.",
    remedy:
      "Write for anybody with the permission: “the person you help care for”. Write to guardians with `to: caregiver`.",
    basis: law("45 CFR 164.502(g) (personal representatives)", "45 CFR 164.510(b)"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Whoever the reader is",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        You can bring somebody with you. You can also call us at {{ clinic.phone }}.\n \n         {{ bring }}",
        },
      ],
      bad: [
        {
          title: "A parent is supposed",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        Your son's visit is still open. You can also call us at {{ clinic.phone }}.\n \n         {{ bring }}",
          marks: ["Your son's visit"],
        },
        {
          title: "Minors only",
          edit: "     - visit.date was 1 to 14 days ago\n+    - patient.birth_year is at least 2012",
          marks: ["include"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const { library, today } = facts.workspace;
    const reported = new Set<number>();
    for (const outlet of [...facts.outletsOf(campaign), ...facts.answersOf(campaign)]) {
      for (const { words } of SUPPOSES(outlet.lattice, outlet.outlet.language)) {
        const at = spanOf(words, outlet.outlet.at);
        const witness = witnessOf(words, outlet);
        if (reported.has(at.start)) continue;
        reported.add(at.start);
        yield {
          at,
          message: `"${wordsOf(words)}" in ${nameOf(outlet)} supposes who the reader is to the patient`,
          ...(witness && { witness }),
        };
      }
    }
    const grownUp = grownUpBy(campaign, library, Number(today.slice(0, 4)));
    if (campaign.audience && grownUp !== undefined) {
      yield {
        at: campaign.audience.includeAt,
        message: `by ${grownUp} everybody in this audience is a minor, and minors are not written to`,
        remedy: "Write to guardians, with `recipients.caregiver` and steps `to: caregiver`.",
      };
    }
  },
);

/** The field by which nobody in the audience can be of age, where there is one; a campaign to caregivers alone may be about minors. */
function grownUpBy(campaign: Campaign, library: Library, year: number): string | undefined {
  const people = peopleOf(campaign);
  if (people === undefined || campaign.steps.every(({ to }) => to === "caregiver")) return undefined;
  const specs = fieldSpecs(library.fields);
  return [...library.fields.keys()].find((path) => {
    const adult = adultsBy(path, year);
    const condition = adult === undefined ? undefined : conditionOf(adult, library);
    return condition !== undefined && overlaps(people, condition, specs) === "no" && asks(campaign, path);
  });
}

function asks({ audience }: Campaign, path: string): boolean {
  return (audience?.include ?? []).some(({ value }) => fieldsOf(value).includes(path));
}

/** How the audience language asks for people of age, by what the field is called. */
function adultsBy(path: string, year: number): string | undefined {
  if (/[._]age$/.test(path)) return `${path} is at least 18`;
  if (/birth_year$|year_of_birth$/.test(path)) return `${path} is at most ${year - 18}`;
  if (/birth_date$|date_of_birth$|birthday$|dob$/.test(path)) return `${path} was at least 18 years ago`;
  return undefined;
}
