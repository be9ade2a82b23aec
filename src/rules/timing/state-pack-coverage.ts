import { choices } from "../../source/index.ts";
import { practice } from "../basis.ts";
import { firstCall } from "../consent/calls.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "T106",
    name: "state-pack-coverage",
    summary: "People in a state of which no pack says anything",
    why: "For a state without a row only the federal hours are kept, and its own may be narrower. Nobody looked.",
    remedy:
      "Have counsel look, and add its hours in library/packs.yaml: pack us-states, limit quiet_hours, with the state; or leave the state out of the audience.",
    basis: practice("a row for every state in which somebody is called"),
    severity: "warning",
    waivable: "compliance",
    pack: "us-states",
    limits: ["quiet_hours"],
    examples: {
      good: [
        {
          title: "Hours for Puerto Rico, added by the organisation",
          edit: 'library/locations.yaml:\n     telehealth:\n       - IL\n+      - PR\n=\nlibrary/packs.yaml:\n+limits:\n+  - pack: us-states\n+    limit: quiet_hours\n+    state: PR\n+    value: "mon-sat 09:00-19:00"\n+    because: counsel found nothing narrower',
        },
      ],
      bad: [
        {
          title: "Video visits in Puerto Rico",
          edit: "library/locations.yaml:\n     telehealth:\n       - IL\n+      - PR",
          marks: ["text-1"],
        },
        {
          title: "An address that does not tell the state",
          edit: "library/locations.yaml:\n-    address: 12 Oak Street, Springfield, IL 62701\n+    address: 12 Oak Street, Springfield",
          marks: ["12 Oak Street, Springfield"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const { packs, library } = facts.workspace;
    const step = firstCall(campaign);
    if (step === undefined) return;
    const { states, by, unplaced } = facts.whereaboutsOf(campaign);
    const without = states.filter(
      (state) => !packs.hours("quiet_hours", state).some((row) => row.state === state),
    );
    if (without.length > 0) {
      yield {
        at: step.idAt,
        message: `people can be in ${choices(without, 8).replace(" or ", " and ")}, of which no pack says when they may be called`,
      };
    }
    // Where the audience itself says the states, a clinic's address decides nothing.
    for (const id of by === "locations" ? unplaced : []) {
      const place = library.locations.get(id);
      if (place === undefined) continue;
      yield {
        at: place.address.at,
        message: `the address of ${id} does not end with a state and a ZIP code, so that nobody knows which state's hours hold`,
        remedy: 'Write the address with both: "12 Oak Street, Springfield, IL 62701".',
      };
    }
  },
);
