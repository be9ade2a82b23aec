import { practice } from "../basis.ts";
import { rule } from "../rule.ts";

export default rule(
  {
    code: "K125",
    name: "segment-unused",
    summary: "Segments that change nothing",
    why: "Segments give people another owner, another first contact or another success. Where none of them does, everybody is treated alike, and whoever reads the page believes otherwise.",
    remedy:
      "Give a segment `owner`, `first_contact` or `success`, or take the segments out. They still show in the outcome report.",
    basis: practice("segmentation practice: a segment that nothing uses"),
    severity: "info",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "Another first contact",
          edit: "-      first_contact: 1 day\n+      first_contact: 2 days",
        },
      ],
      bad: [
        {
          title: "Two groups, one treatment",
          edit: "     recent:\n       when: visit.date was at most 7 days ago\n-      first_contact: 1 day",
          marks: ["recent"],
        },
      ],
    },
  },
  function* ({ audience }) {
    const segments = audience?.segments ?? [];
    const [first] = segments;
    const used = segments.some(({ owner, firstContact, success }) => owner ?? firstContact ?? success);
    if (first === undefined || used) return;
    yield {
      at: first.nameAt,
      message:
        segments.length === 1
          ? `the segment ${first.id} has no owner, first contact or success of its own`
          : `none of the ${segments.length} segments has an owner, a first contact or a success of its own`,
    };
  },
);
