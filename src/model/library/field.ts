import type { FieldType } from "../../audience/index.ts";
import { entryOf, type YamlNode, type YamlScalar } from "../../syntax/index.ts";
import { choiceAt, entriesAt, integerAt, textAt, textsAt } from "../../workspace/index.ts";
import { CLASSES } from "../classes.ts";
import { UNKNOWN_NAME } from "../findings.ts";
import type { Field } from "../library.ts";
import { literalWords } from "../wording.ts";
import type { Shelf } from "./shelf.ts";

/** Names that the product declares itself, beside the organisation's fields. */
export const PRODUCT_FIELDS: readonly Field[] = [
  {
    path: "caller.name",
    class: "public",
    type: { kind: "name" },
    longest: 24,
    gsm7: false,
    say: new Map(),
    blankMeansNo: false,
    derived: "the name of the person who calls",
    from: "caller",
    example: "Sam",
    at: { file: "recare.yaml", start: 0, end: 0 },
    classAt: { file: "recare.yaml", start: 0, end: 0 },
    classWritten: true,
  },
];

export function bindField(shelf: Shelf, key: YamlScalar, node: YamlNode): Field {
  const declaredClass = choiceAt(node, "class", CLASSES);
  checkValues(shelf, key, node);
  const blank = choiceAt(node, "blank_means", ["yes", "no"]);
  return {
    path: key.text,
    class: declaredClass?.value ?? "restricted",
    type: fieldTypeOf(node),
    longest: integerAt(node, "longest")?.value,
    gsm7: textAt(node, "sms")?.value === "gsm7",
    say: new Map(
      entriesAt(node, "say").map((entry) => [entry.key.text, literalWords(entry.value, shelf.first)]),
    ),
    blankMeansNo: blank?.value === "no",
    derived: textAt(node, "derived")?.value,
    from: textAt(node, "from")?.value === "locations" ? "locations" : "roster",
    example: textAt(node, "example")?.value,
    at: key.span,
    classAt: declaredClass?.at ?? key.span,
    classWritten: node.kind !== "map" || entryOf(node, "class") !== undefined,
  };
}

/** A coded field lists its codes, and says words for those alone. */
function checkValues({ binder }: Shelf, key: YamlScalar, node: YamlNode): void {
  const kind = textAt(node, "type")?.value;
  if (kind !== "one-of" && kind !== "many-of") return;
  const values = textsAt(node, "values");
  if (values.length === 0) {
    binder.report(UNKNOWN_NAME, {
      at: key.span,
      message: `${key.text} is of type ${kind} and lists no values`,
      remedy: "Add `values:` with every code that the field can hold.",
    });
    return;
  }
  const known = new Map(values.map(({ value }) => [value, value]));
  for (const { key: said } of entriesAt(node, "say")) {
    binder.resolve({ value: said.text, at: said.span }, known, "value", `${key.text}`);
  }
}

function fieldTypeOf(node: YamlNode): FieldType {
  const kind = textAt(node, "type")?.value;
  const values = textsAt(node, "values").map(({ value }) => value);
  switch (kind) {
    case "yes-no":
    case "code":
    case "number":
    case "date":
    case "name":
    case "phone":
      return { kind };
    case "one-of":
    case "many-of":
      return { kind, values };
    default:
      return { kind: "text" };
  }
}
