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
        {
          title: "A document that changed since it was approved",
          edit: "library/claims.yaml:\n       file: evidence/results-policy.md\n+      sha256: 0000000000000000000000000000000000000000000000000000000000000000",
          marks: ["0000000000000000000000000000000000000000000000000000000000000000"],
        },
      ],
    },
  },
  function* ({ library }) {
    for (const { id, evidence, at: entry } of library.claims.values()) {
      const related = [{ at: entry, message: `${id} is registered here` }];
      const approved = evidence.approvedSha256;
      if (evidence.sha256 === undefined) {
        yield {
          at: evidence.file.at,
          message: `the evidence of ${id}, ${evidence.file.value || "(no file)"}, is not in the workspace`,
          related,
        };
      } else if (approved && approved.value.replace(/^sha256:/, "").toLowerCase() !== evidence.sha256) {
        yield {
          at: approved.at,
          message: `the evidence of ${id}, ${evidence.file.value}, is not the document that was approved`,
          related,
          remedy: "Have the claim reviewed against the new document, and write its digest.",
        };
      }
    }
  },
);
