import { type Category, kindName, lexicon } from "../../lexicon/index.ts";
import { policy } from "../basis.ts";
import { workspaceRule } from "../rule.ts";
import { stretchOf } from "../where.ts";
import { wordsOfName } from "./words-of-name.ts";

/** What a neighbour may not learn: what it is about, or that it presses. */
const LOUD: readonly Category[] = ["blame", "alarm", "pressure", "billing", "inducement"];

export default workspaceRule(
  {
    code: "P127",
    name: "letter-envelope-neutral",
    summary: "An envelope that says more than a name and an address",
    why: "An envelope passes the carrier, the household and the front desk of a shelter unopened. A specialty in the return address tells what somebody is treated for; “final notice” or “collections” tells that something is wrong, and with a clinic's name beside it what.",
    remedy:
      "Let `sender` be a name and `postal_address` a street, a town, a state and a ZIP code; a building's neutral name or a P.O. box does as well.",
    basis: policy(
      "45 CFR 164.530(c) (reasonable safeguards)",
      "Tex. Health & Safety Code 181.152(b) (marketing mail: only the names and addresses of sender and addressee)",
      "organization default: an envelope shows names and addresses only",
    ),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "A street and a suite",
          edit: "recare.yaml:\n-  postal_address: 400 Oak Street, Springfield, IL 62701\n+  postal_address: Suite 12, 400 Oak Street, Springfield, IL 62701",
        },
      ],
      bad: [
        {
          title: "A specialty in the return address",
          edit: "recare.yaml:\n-  postal_address: 400 Oak Street, Springfield, IL 62701\n+  postal_address: Cancer Center, 400 Oak Street, Springfield, IL 62701",
          marks: ["Cancer"],
        },
        {
          title: "A sense of alarm above the address",
          edit: 'recare.yaml:\n-  postal_address: 400 Oak Street, Springfield, IL 62701\n+  postal_address: "FINAL NOTICE: 400 Oak Street, Springfield, IL 62701"',
          marks: ["FINAL NOTICE"],
        },
      ],
    },
  },
  function* ({ organization, library }) {
    const words = lexicon(library.words);
    // A clinical word in the sender's name stands in texts and emails too: a rule of its own tells it, once.
    const shown = [
      { written: organization.sender, what: "the sender, whose name", categories: LOUD },
      {
        written: organization.postalAddress,
        what: "the postal address, which",
        categories: ["clinical", ...LOUD] as const,
      },
    ];
    for (const { written, what, categories } of shown) {
      if (written === undefined) continue;
      const { value, at } = written;
      for (const { start, end, kind } of wordsOfName(value, words, organization.languages, categories)) {
        yield {
          at: stretchOf(at, value, start, end),
          message: `${what} stands on every envelope, contains "${value.slice(start, end)}", ${kindName(kind)}`,
        };
      }
    }
  },
);
