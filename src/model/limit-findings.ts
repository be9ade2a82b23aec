import type { Basis, RuleMeta } from "../source/index.ts";

const LANGUAGE: Basis = {
  kind: "language",
  cites: ["the campaign language, “library/packs.yaml”"],
  asOf: "2026-11-23",
  confidence: "checked",
};

/** A new library file with one limit of the organisation's own. */
function own(...lines: readonly string[]): string {
  return ["library/packs.yaml:", "+limits:", ...lines.map((line) => `+${line}`)].join("\n");
}

const TIGHTER = [
  "  - pack: us-federal",
  "    limit: optout_deadline",
  "    value: 1 day",
  "    because: our gateway takes numbers off within the day",
];

const LOOSER = [
  "  - pack: us-states",
  "    limit: quiet_hours",
  "    state: IL",
  '    value: "every-day 08:00-21:00"',
  "    because: counsel reads 815 ILCS 305 as being about recorded messages only",
];

const APPROVED = ["    approved_by: R. Salas, counsel", "    on: 2026-11-02"];
const FOR_A_YEAR = [...APPROVED, "    until: 2027-10-31"];

export const LIMIT_UNFIT: RuleMeta = {
  code: "M020",
  name: "limit-unfit",
  summary: "A limit of the organisation's own that cannot apply",
  why: "The organisation's own limits stand in the place of law and carriers' rules. One that cannot be read, or that asks for less without anybody who answers for it, changes nothing, and everybody must know that it does not.",
  remedy:
    "Write pack, limit, value and because; where the value asks for less than the pack, approved_by, on and until as well.",
  basis: LANGUAGE,
  severity: "error",
  waivable: "never",
  examples: {
    good: [
      { title: "Stricter than the pack: a reason is enough", edit: own(...TIGHTER) },
      {
        title: "A state of which the pack says nothing",
        edit: own(
          "  - pack: us-states",
          "    limit: quiet_hours",
          "    state: PR",
          '    value: "mon-sat 09:00-20:00"',
          "    because: our clinics in San Juan keep these hours",
        ),
      },
      {
        title: "Words beside the pack's own",
        edit: own(
          "  - pack: us-federal",
          "    limit: tracker_hosts",
          "    also: pixel.example",
          "    because: our agency uses it",
        ),
      },
    ],
    bad: [
      {
        title: "Looser than the pack, and nobody has approved it",
        edit: own(...LOOSER),
        marks: ['"every-day 08:00-21:00"'],
      },
      {
        title: "Looser than the pack, for ever",
        edit: own(...LOOSER, ...APPROVED),
        marks: ['"every-day 08:00-21:00"'],
      },
      {
        title: "A value that cannot be read",
        edit: own(
          "  - pack: us-federal",
          "    limit: optout_deadline",
          "    value: soon",
          "    because: our gateway is quick",
        ),
        marks: ["soon"],
      },
      {
        title: "A limit of another pack",
        edit: own(
          "  - pack: us-federal",
          "    limit: reading_grade",
          "    value: 5",
          "    because: most of our patients read Spanish first",
        ),
        marks: ["reading_grade"],
      },
    ],
  },
};

export const LIMIT_NOT_IN_FORCE: RuleMeta = {
  code: "M021",
  name: "limit-not-in-force",
  summary: "A limit of the organisation's own before its first or after its last day",
  why: "Before its day, and after it, the pack's own value holds. Whoever planned with the other value should know.",
  remedy: "Have it approved again with a later `until`, or delete it.",
  basis: LANGUAGE,
  severity: "warning",
  waivable: "anyone",
  examples: {
    good: [
      {
        title: "Still in force",
        edit: own(...LOOSER, ...FOR_A_YEAR),
      },
    ],
    bad: [
      {
        title: "Lapsed",
        edit: own(...LOOSER, ...APPROVED, "    until: 2026-11-22"),
        marks: ["2026-11-22"],
      },
    ],
  },
};

export const LIMIT_LOOSENED: RuleMeta = {
  code: "M022",
  name: "limit-loosened",
  summary: "A limit that asks for less than its pack, with somebody's approval",
  why: "Counsel may read a law another way than the pack does. That is theirs to decide, and everybody who signs a campaign sees that they did.",
  remedy: "Nothing, as long as the approval stands.",
  basis: LANGUAGE,
  severity: "info",
  waivable: "never",
  examples: {
    good: [{ title: "A stricter limit", edit: own(...TIGHTER) }],
    bad: [
      {
        title: "Other hours in Illinois, approved by counsel",
        edit: own(...LOOSER, ...FOR_A_YEAR),
        marks: ['"every-day 08:00-21:00"'],
      },
    ],
  },
};

export const PACK_LEFT_OUT: RuleMeta = {
  code: "M023",
  name: "pack-left-out",
  summary: "A pack of rules that the organisation does not work by",
  why: "The rules of a pack that is left out do not run. A reviewer who does not know it takes silence for a clean check.",
  remedy: "Add it to `packs`, or leave it out knowingly: every packet says so.",
  basis: LANGUAGE,
  severity: "warning",
  waivable: "compliance",
  examples: {
    good: [
      {
        title: "All packs, by leaving the list out",
        edit: "recare.yaml:\n-packs:\n-  - us-federal\n-  - us-states\n-  - carriers\n-  - plain-language",
      },
    ],
    bad: [
      {
        title: "Without federal law",
        edit: "recare.yaml:\n packs:\n-  - us-federal",
        marks: ["packs"],
      },
    ],
  },
};

/** What may be wrong with the choice of packs, and with an organisation's own limits. */
export const LIMIT_FINDINGS: readonly RuleMeta[] = [
  LIMIT_UNFIT,
  LIMIT_NOT_IN_FORCE,
  LIMIT_LOOSENED,
  PACK_LEFT_OUT,
];
