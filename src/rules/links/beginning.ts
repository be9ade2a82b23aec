import type { InsertKind, Template, TemplateNode } from "../../template/index.ts";

/** What some rendering begins with instead of the insert; `nothing` where none does, `empty` where one may print nothing. */
export type Beginning = TemplateNode | "nothing" | "empty";

/** What some rendering begins with, where it is not an insert of this kind; every branch counts. */
export function beginningWithout(template: Template, what: InsertKind): Beginning {
  for (const node of template) {
    const found = ofNode(node, what);
    if (found !== "empty") return found;
  }
  return "empty";
}

function ofNode(node: TemplateNode, what: InsertKind): Beginning {
  switch (node.kind) {
    case "text":
      return node.text.trim() === "" ? "empty" : node;
    case "print":
      return node;
    case "assign":
    case "capture":
      return "empty";
    case "render":
      return beginningWithout(node.body, what);
    case "insert":
      if (node.what === what) return "nothing";
      return beginningWithout(node.body, what) === "nothing" ? "nothing" : emptyOr(node, what);
    case "if":
    case "case":
      return ofBranches(node, [...node.arms.map(({ body }) => body), node.otherwise], what);
    case "for":
      return ofBranches(node, [node.body, node.otherwise], what);
  }
}

/** Words that are inserted are underlined where they are inserted. */
function emptyOr(node: TemplateNode & { readonly kind: "insert" }, what: InsertKind): Beginning {
  return beginningWithout(node.body, what) === "empty" ? "empty" : node;
}

/** One branch that begins otherwise is enough; one that prints nothing leaves the beginning to what follows only if all do. */
function ofBranches(node: TemplateNode, branches: readonly Template[], what: InsertKind): Beginning {
  const found = branches.map((branch) => beginningWithout(branch, what));
  const wrong = found.find((beginning) => typeof beginning !== "string");
  if (wrong !== undefined) return wrong;
  if (found.every((beginning) => beginning === "empty")) return "empty";
  return found.includes("empty") ? node : "nothing";
}
