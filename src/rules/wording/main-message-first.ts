import type { OutletFacts } from "../../analysis/index.ts";
import type { Skeleton } from "../../template/index.ts";
import { guidance } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf } from "../where.ts";

/** About two lines on a phone: whoever has read them has decided whether to read on. */
const LONGEST_LEAD = 200;

const BODIES: readonly OutletFacts["outlet"]["part"][] = ["email.body", "letter.body", "portal.body"];

export default outletRule(
  {
    code: "W109",
    name: "main-message-first",
    summary: "A message whose point comes late",
    why: "People read the first lines and decide. Why we write and what to do belong there; history, thanks and the clinic's news can follow.",
    remedy: "Begin with {{ message.purpose }} and the next step, after the greeting.",
    basis: guidance("CDC Clear Communication Index, items 1, 2 and 4"),
    severity: "warning",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "A short lead",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        Plans change. {{ message.purpose }} We are glad to help. {{ message.next_step }}",
        },
      ],
      bad: [
        {
          title: "News first",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        It has been a busy year at our clinic. We have moved to a bright new place, the waiting room has more chairs, and there is now a car park behind the house. Our team has grown, too, and we are proud of it. {{ message.purpose }}",
          marks: ["{{ message.purpose }}"],
        },
      ],
    },
  },
  function* (facts) {
    const { outlet, skeleton, inserts } = facts;
    if (!BODIES.includes(outlet.part)) return;
    const { lead } = leadOf(skeleton);
    if (lead <= LONGEST_LEAD) return;
    const first = inserts.find(({ what }) => CORE.includes(what));
    yield {
      at: first?.at ?? outlet.at,
      message: `${nameOf(facts)} can begin with ${lead} characters before it says why we write or what to do`,
    };
  },
);

/** Why we write, what to do, and the way to do it. */
const CORE: readonly string[] = ["message", "actions", "link"];

/** A value that nothing bounds is taken to be this long. */
const ORDINARY_VALUE = 40;

interface Lead {
  /** Longest text before the core message, of renderings that have one; -1 where none has. */
  readonly lead: number;
  /** Longest rendering without a core message; -1 where every one has it. */
  readonly without: number;
}

function leadOf(node: Skeleton): Lead {
  switch (node.kind) {
    case "lit":
      return { lead: -1, without: node.text.length };
    case "hole":
      return { lead: -1, without: Math.min(node.longest, ORDINARY_VALUE) };
    case "mark":
      return CORE.includes(node.what) ? { lead: 0, without: -1 } : leadOf(node.body);
    case "rep": {
      const { lead, without } = leadOf(node.body);
      return { lead, without: Math.max(0, without * node.most) };
    }
    case "alt": {
      const each = node.options.map(({ body }) => leadOf(body));
      return {
        lead: Math.max(-1, ...each.map(({ lead }) => lead)),
        without: Math.max(-1, ...each.map(({ without }) => without)),
      };
    }
    case "cat":
      return node.parts.map(leadOf).reduce(followedBy, { lead: -1, without: 0 });
  }
}

function followedBy(before: Lead, after: Lead): Lead {
  if (before.without < 0) return before;
  return {
    lead: Math.max(before.lead, after.lead < 0 ? -1 : before.without + after.lead),
    without: after.without < 0 ? -1 : before.without + after.without,
  };
}
