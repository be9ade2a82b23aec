import { law } from "../basis.ts";
import { workspaceRule } from "../rule.ts";

export default workspaceRule(
  {
    code: "L105",
    name: "claim-evidence-missing",
    summary: "A claim whose evidence is not in the workspace",
    why: "A claim is as good as what substantiates it. The plan carries the digest of the evidence, so that a changed document is noticed; without the file there is nothing to digest.",
    remedy: "Put the document under evidence/ and name it in the claim.",
    basis: law("FTC Health Products Compliance Guidance, December 2022 (substantiation)"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "A document of the workspace",
          edit: "library/claims.yaml:\n       file: evidence/scheduling-handbook.md\n-      section: Confirmations\n+      section: Confirmations and reminders",
        },
      ],
      bad: [
        {
          title: "A document that nobody added",
          edit: "library/claims.yaml:\n-      file: evidence/results-policy.md\n+      file: evidence/results-policy-2027.md",
          marks: ["evidence/results-policy-2027.md"],
        },
      ],
    },
  },
  function* ({ library }) {
    for (const { id, evidence } of library.claims.values()) {
      // A claim that names no evidence at all is incomplete, which is said of the claim.
      if (evidence.sha256 !== undefined || evidence.file.value === "") continue;
      yield {
        at: evidence.file.at,
        message: `the evidence of ${id}, ${evidence.file.value}, is not in the workspace`,
      };
    }
  },
);
