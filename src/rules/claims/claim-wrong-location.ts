import type { ClaimUse, OutletFacts } from "../../analysis/index.ts";
import type { LatticeWord } from "../../template/index.ts";
import { practice } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf } from "../where.ts";
import { onlyAt, reachedLocations } from "./reached-locations.ts";

export default outletRule(
  {
    code: "L111",
    name: "claim-wrong-location",
    summary: "A claim that is not true of every clinic that it reaches",
    why: "Hours, interpreters and kinds of visits differ from clinic to clinic. What was approved for one of them is a false promise to the patients of another.",
    remedy:
      "Limit the audience or the step to the clinics of the claim, put it behind a test of the clinic, or have it approved for the others.",
    basis: practice("review practice: a claim is approved for the places where it is true"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "A claim of the only clinic there is",
          edit: "library/claims.yaml:\n-    channels:\n-      - portal\n+    locations: [maple_north]\n+    channels:\n+      - portal",
        },
      ],
      bad: [
        {
          title: "A claim of one clinic, to the patients of two",
          edit: 'library/claims.yaml:\n     kind: process\n+    locations: [maple_north]\n=\nlibrary/locations.yaml:\n locations:\n+  maple_south:\n+    public_name: Maple Health South\n+    address: 5 Elm Street, Springfield, IL 62701\n+    phone: "+1 217 555 0150"\n+    time_zone: America/Chicago\n+    hours:\n+      mon-fri: "08:00-17:00"\n+    visit_types: [primary-care]\n+    telehealth: [IL]\n+    access:\n+      relay: "711"',
          marks: ["{{ claim.visit_details_by_text }}", "{{ claim.visit_details_by_text }}"],
        },
      ],
    },
  },
  function* (outlet, campaign, { workspace: { library } }) {
    for (const use of outlet.claims) {
      const { locations, id } = use.claim;
      if (locations === undefined) continue;
      const beyond = reachedLocations(campaign, outlet.step, library).filter(
        (location) => !locations.value.includes(location.id),
      );
      if (beyond.length === 0 || onlyAt(wordsOf(use, outlet), locations.value, library)) continue;
      const others = beyond.map(({ publicName }) => publicName.value).join(", ");
      yield {
        at: use.at,
        message: `the claim ${id} is approved for ${locations.value.join(", ")}, and ${nameOf(outlet)} may reach patients of ${others}`,
        related: [{ at: locations.at, message: "its locations are listed here" }],
      };
    }
  },
);

/** The words that state a claim, in whatever rendering. */
function wordsOf({ claim, typed }: ClaimUse, { lattice }: OutletFacts): readonly LatticeWord[] {
  return (
    typed ?? [...lattice.outgoing.values()].flat().filter(({ marks }) => marks.includes(`claim:${claim.id}`))
  );
}
