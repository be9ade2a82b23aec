import type { Campaign } from "../../model/index.ts";
import { bodiesOf, type Template, type TemplateNode } from "../../template/index.ts";
import { firstCall } from "./calls.ts";

/** The step that rests on the health-care exemption; nothing where the campaign has another basis, or calls nobody. */
export function exemptStep(campaign: Campaign): Campaign["steps"][number] | undefined {
  return campaign.declarations.consentBasis?.value === "healthcare-exempt" ? firstCall(campaign) : undefined;
}

/** Whether every rendering prints something for which `holds` is true: on each branch, in the inserts too. */
export function alwaysPrints(template: Template, holds: (node: TemplateNode) => boolean): boolean {
  return template.some(
    (node) => holds(node) || branchesOf(node).some((ways) => ways.every((way) => alwaysPrints(way, holds))),
  );
}

/** The ways that a node may go; each list stands for "one of these". */
function branchesOf(node: TemplateNode): readonly (readonly Template[])[] {
  switch (node.kind) {
    case "if":
    case "case":
      return [bodiesOf(node)];
    case "insert":
    case "render":
      return [[node.body]];
    case "text":
    case "print":
    case "assign":
    case "capture":
    // A loop may pass over every member and print nothing at all.
    case "for":
      return [];
  }
}
