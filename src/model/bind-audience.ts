import type { Condition, FieldSpec } from "../audience/index.ts";
import { entryOf, valueUnder, type YamlNode } from "../syntax/index.ts";
import { entriesAt, listAt, type Sourced, scalar, textAt } from "../workspace/index.ts";
import type { Binder } from "./binder.ts";
import type { AudienceSpec, Segment } from "./campaign.ts";
import type { Field, Library } from "./library.ts";
import type { Reach } from "./reach.ts";
import { bindWait } from "./times.ts";

type Specs = ReadonlyMap<string, FieldSpec>;

const known = new WeakMap<ReadonlyMap<string, Field>, Specs>();

/** What the audience language asks of the declared fields. */
export function fieldSpecs(fields: ReadonlyMap<string, Field>): Specs {
  const specs =
    known.get(fields) ??
    new Map(
      [...fields].map(([path, { type, blankMeansNo, at }]) => [
        path,
        { path, type, blankMeansNo, declaredAt: at },
      ]),
    );
  known.set(fields, specs);
  return specs;
}

/** The conditions of a list, one a line. */
export function bindConditions(
  binder: Binder,
  nodes: readonly YamlNode[],
  reach: Reach,
): readonly Sourced<Condition>[] {
  return nodes.flatMap((node) => {
    const written = scalar(node);
    const condition = written && binder.condition(written, reach);
    return condition ? [condition] : [];
  });
}

export function bindAudience(binder: Binder, node: YamlNode, reach: Reach, library: Library): AudienceSpec {
  return {
    anchor: reach.anchor,
    include: bindConditions(binder, listAt(node, "include"), reach),
    exclude: bindConditions(binder, listAt(node, "exclude"), reach),
    segments: entriesAt(node, "segments").map(({ key, value }): Segment => {
      const written = scalar(value) ?? scalar(valueUnder(value, "when"));
      const otherwise = written?.text === "otherwise";
      const owner = textAt(value, "owner");
      return {
        id: key.text,
        otherwise,
        condition: written && !otherwise ? binder.condition(written, reach)?.value : undefined,
        owner: owner && binder.resolve(owner, library.teams, "team", "library/teams.yaml"),
        firstContact: bindWait(binder, textAt(value, "first_contact")),
        success: textAt(value, "success")?.value,
        at: value.span,
        nameAt: key.span,
      };
    }),
    at: node.span,
    includeAt: entryOf(node, "include")?.key.span ?? node.span,
  };
}
