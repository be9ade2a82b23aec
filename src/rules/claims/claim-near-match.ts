import { wordDiff } from "../../lexicon/index.ts";
import type { ClaimKind } from "../../model/index.ts";
import { practice } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf, witnessOf } from "../where.ts";
import { statementsOf } from "./uses.ts";

/** Kinds of claims that say how things are done here; in other words they are no promise. */
const PLAIN: readonly ClaimKind[] = ["process", "service"];

export default outletRule(
  {
    code: "L106",
    name: "claim-near-match",
    summary: "Words that are almost an approved claim",
    why: "A claim is approved word for word. One word less (“may”, “some”, “business”) can make another promise of it, and a reader of the register would not notice.",
    remedy:
      "Print the claim by its name, or have these words approved as one of its `variations`. If they are meant to say something else, say it in other words.",
    basis: practice("review practice: near matches of approved claims are accepted by a person, or not used"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "A variation that was approved, typed out",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} Once you book, we send your visit time and place. {{ message.next_step }}",
        },
      ],
      bad: [
        {
          title: "One word more than was approved",
          edit: "-        {{ message.purpose }} We know plans change, and we are glad to help. {{ message.next_step }}\n+        {{ message.purpose }} After you book, we always send your visit time and place. {{ message.next_step }}",
          marks: ["After you book, we always send your visit time and place"],
        },
      ],
    },
  },
  function* (facts) {
    const stated = new Set(statementsOf(facts).flatMap(({ words }) => words));
    for (const { claim, approved, words, edits, at } of facts.nearClaims) {
      const isPlain = PLAIN.includes(claim.kind) && !words.some((word) => stated.has(word));
      const witness = witnessOf(words, facts);
      yield {
        at,
        ...(isPlain && { severity: "warning" }),
        message: `this is almost the approved claim ${claim.id} in ${nameOf(facts)}, but not word for word: ${wordDiff(edits)}`,
        remedy: `Write {{ claim.${claim.id} }}, have these words approved as one of its variations, or say it in quite other words.`,
        related: [{ at: approved.at, message: `approved: ${approved.value}` }],
        ...(witness && { witness }),
      };
    }
  },
);
