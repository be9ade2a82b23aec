import { stateOfAddress } from "../../packs/index.ts";
import { choices } from "../../source/index.ts";
import { law } from "../basis.ts";
import { firstCall } from "../consent/calls.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "T103",
    name: "timezone-from-location",
    summary: "The clinic's clock for people who may be elsewhere",
    why: "The hours count on the clock of whoever is called. The clinic's clock stands in for it only where everybody lives near their clinic.",
    remedy:
      "Write clock: patient under `send_between`; where no address tells the zone, the narrower hours are kept.",
    basis: law("47 CFR 64.1200(c)(1): the called party's location"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "The clinic's clock, for people of its own state",
          edit: "recare.yaml:\n-  clock: patient\n+  clock: clinic",
        },
      ],
      bad: [
        {
          title: "The clinic's clock, with video visits in a state without a clinic",
          edit: "recare.yaml:\n-  clock: patient\n+  clock: clinic\n=\nlibrary/locations.yaml:\n     telehealth:\n       - IL\n+      - NY",
          marks: ["send_between"],
        },
      ],
    },
  },
  function* (campaign, facts) {
    const { window } = campaign;
    if (window.clock === "patient" || firstCall(campaign) === undefined) return;
    const clinics = [...facts.workspace.library.locations.values()].map(({ address }) =>
      stateOfAddress(address.value),
    );
    const elsewhere = facts.whereaboutsOf(campaign).states.filter((state) => !clinics.includes(state));
    if (elsewhere.length === 0) return;
    yield {
      at: window.at ?? campaign.at,
      message: `hours go by the clinic's clock, and people can be where there is no clinic: ${choices(elsewhere, 5).replace(" or ", " and ")}`,
    };
  },
  function* (campaign) {
    if (firstCall(campaign) === undefined) return;
    yield {
      role: "compliance",
      concern: "timing",
      text:
        campaign.window.clock === "clinic"
          ? "Does everybody who is texted or called live in the time zone of their clinic?"
          : "Does the roster hold an address or a time zone of each person that is recent enough to know when it is night there?",
    };
  },
);
