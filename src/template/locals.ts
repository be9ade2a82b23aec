import type { Template } from "./tree.ts";

/** Names that a text sets by assign or capture, anywhere in it; partials keep theirs to themselves. */
export function localsOf(template: Template, names = new Set<string>()): Set<string> {
  for (const node of template) {
    switch (node.kind) {
      case "assign":
        names.add(node.name);
        break;
      case "capture":
        names.add(node.name);
        localsOf(node.body, names);
        break;
      case "if":
      case "case":
        for (const { body } of node.arms) localsOf(body, names);
        localsOf(node.otherwise, names);
        break;
      case "for":
        localsOf(node.body, names);
        localsOf(node.otherwise, names);
        break;
      case "insert":
        localsOf(node.body, names);
        break;
      case "text":
      case "print":
      case "render":
        break;
    }
  }
  return names;
}
