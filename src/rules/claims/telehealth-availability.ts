import type { OutletFacts } from "../../analysis/index.ts";
import type { Hit } from "../../lexicon/index.ts";
import type { Library, Location } from "../../model/index.ts";
import type { Finding } from "../../source/index.ts";
import { lawFromMemory } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, spanOf, witnessOf, wordsOf } from "../where.ts";
import { onlyAt, reachedLocations } from "./reached-locations.ts";

export default outletRule(
  {
    code: "L113",
    name: "telehealth-availability",
    summary: "A video visit where the clinic may not give one",
    why: "A clinician needs a license in the state where the patient is. A video visit that is offered to everybody is one that some of them cannot have. Whether something is prescribed is decided in the visit, and for some medicines the law asks for one in person.",
    remedy:
      "Offer video visits through an offer with `when: clinic.telehealth`, limit the step to clinics that have them, or write the state under `telehealth` of the clinic. Never promise a prescription.",
    basis: lawFromMemory("state licensure laws", "21 U.S.C. 829(e) (Ryan Haight Act)"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Every clinic is licensed where it is",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Your visit can be a video visit. {{ message.next_step }}",
        },
      ],
      bad: [
        {
          title: "A clinic without a license for its own state",
          edit: "library/locations.yaml:\n     telehealth:\n-      - IL\n+      - WI\n=\ncampaign.yaml:\n-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Your visit can be a video visit. {{ message.next_step }}",
          marks: ["video visit"],
        },
        {
          title: "A prescription that is promised",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} You can get a prescription online. {{ message.next_step }}",
          marks: ["prescription online"],
        },
      ],
    },
  },
  function* (outlet, campaign, { workspace: { library } }) {
    const offers = outlet.hits.filter(({ kind }) => kind === "telehealth" || kind === "prescribing");
    if (offers.length === 0) return;
    const unlicensed = reachedLocations(campaign, outlet.step, library).filter(
      (clinic) => !isLicensed(clinic),
    );
    for (const hit of offers) {
      if (hit.kind === "prescribing") yield promise(hit, outlet);
      else if (unlicensed.length > 0 && !isGuarded(hit, outlet, library))
        yield beyond(hit, outlet, unlicensed);
    }
  },
);

function promise(hit: Hit, outlet: OutletFacts): Finding {
  return {
    at: spanOf(hit.words, outlet.outlet.at),
    message: `"${wordsOf(hit.words)}" in ${nameOf(outlet)} promises a prescription without a visit`,
    remedy: "Offer the visit, and say nothing about what it leads to.",
  };
}

function beyond(hit: Hit, outlet: OutletFacts, unlicensed: readonly Location[]): Finding {
  const [clinic] = unlicensed;
  const witness = witnessOf(hit.words, outlet);
  return {
    at: spanOf(hit.words, outlet.outlet.at),
    message: `${nameOf(outlet)} offers a video visit ("${wordsOf(hit.words)}") to patients of ${unlicensed.map(({ publicName }) => publicName.value).join(", ")}, where nobody has said that one may be given`,
    related: clinic ? [{ at: clinic.at, message: licenseOf(clinic) }] : [],
    ...(witness && { witness }),
  };
}

function licenseOf(clinic: Location): string {
  const state = stateOf(clinic);
  const listed = clinic.telehealth.length === 0 ? "none" : clinic.telehealth.join(", ");
  return state === undefined
    ? `its address names no state; its telehealth states: ${listed}`
    : `it is in ${state}; its telehealth states: ${listed}`;
}

function isLicensed(clinic: Location): boolean {
  const state = stateOf(clinic);
  return state !== undefined && clinic.telehealth.includes(state);
}

/** The state of an address in the United States: "12 Oak Street, Springfield, IL 62701". */
function stateOf({ address }: Location): string | undefined {
  return /\b([A-Z]{2})[ ,]+\d{5}(?:-\d{4})?\s*$/.exec(address.value)?.[1];
}

/** Whether the words are rendered only where the clinic has telehealth, or only at clinics that are licensed. */
function isGuarded({ words }: Hit, outlet: OutletFacts, library: Library): boolean {
  const licensed = [...library.locations.values()].filter(isLicensed).map(({ id }) => id);
  const fields = [...library.fields.values()].filter(
    ({ from, path }) => from === "locations" && path.endsWith(".telehealth"),
  );
  if (words.every(({ when }) => fields.some(({ path }) => ` ${when} `.includes(` ${path} is yes `))))
    return true;
  const claim = outlet.claims.find(({ claim: { id } }) =>
    words.every(({ marks }) => marks.includes(`claim:${id}`)),
  );
  return (
    onlyAt(words, licensed, library) ||
    (claim?.claim.locations?.value.every((id) => licensed.includes(id)) ?? false)
  );
}
