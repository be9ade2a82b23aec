import type { Template, TemplateNode } from "../../template/index.ts";

/** What every rendering begins with: the first node that prints something. A branch is returned whole. */
export function firstRendered(template: Template): TemplateNode | undefined {
  return template.find((node) => {
    switch (node.kind) {
      case "text":
        return node.text.trim() !== "";
      case "assign":
      case "capture":
        return false;
      default:
        return true;
    }
  });
}
