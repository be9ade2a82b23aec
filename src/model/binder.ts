import { type Condition, fieldsOf, parseCondition } from "../audience/index.ts";
import {
  type Diagnostic,
  diagnose,
  didYouMean,
  type Finding,
  type Related,
  type RuleMeta,
  type SourceText,
  type Span,
  withArticle,
} from "../source/index.ts";
import type { YamlScalar } from "../syntax/index.ts";
import { lowerTemplate, type PartialText, type Template } from "../template/index.ts";
import type { Sourced } from "../workspace/index.ts";
import { FIELD_OUT_OF_REACH, UNKNOWN_NAME } from "./findings.ts";
import { type Reach, unaskable } from "./reach.ts";

/** Spans of a scalar's decoded text, wherever YAML moved it. */
export function locateIn(scalar: YamlScalar): (start: number, end: number) => Span {
  return (start, end) => scalar.map.span(start, end);
}

/** Collects what is wrong while names are bound, and holds what every text may refer to. */
export class Binder {
  readonly diagnostics: Diagnostic[] = [];
  private readonly partials: ReadonlyMap<string, PartialText>;

  constructor(partials: ReadonlyMap<string, SourceText>) {
    this.partials = new Map(
      [...partials].map(([name, { path, text }]) => [
        name,
        { text, locate: (start: number, end: number) => ({ file: path, start, end }) },
      ]),
    );
  }

  report(meta: RuleMeta, finding: Finding): void {
    this.diagnostics.push(diagnose(meta, finding));
  }

  take<T>(outcome: { readonly value: T; readonly diagnostics: readonly Diagnostic[] }): T {
    this.diagnostics.push(...outcome.diagnostics);
    return outcome.value;
  }

  /** What `name` stands for in `known`; an unknown name is a finding that suggests the nearest. */
  resolve<T>(
    name: Sourced<string>,
    known: ReadonlyMap<string, T>,
    what: string,
    where: string,
  ): T | undefined {
    const found = known.get(name.value);
    if (found === undefined) {
      this.report(UNKNOWN_NAME, {
        at: name.at,
        message: `no ${what} is called "${name.value}"${didYouMean(name.value, known.keys())}`,
        remedy: `Use the name of ${withArticle(what)} that ${where} declares, or add it there.`,
      });
    }
    return found;
  }

  condition(scalar: YamlScalar, reach: Reach): Sourced<Condition> | undefined {
    const condition = this.take(parseCondition(scalar.text, locateIn(scalar), reach.specs));
    const [far] = condition ? fieldsOf(condition).flatMap((path) => unaskable(path, reach) ?? []) : [];
    if (far !== undefined) this.report(FIELD_OUT_OF_REACH, { at: scalar.span, ...far });
    return condition && { value: condition, at: scalar.span };
  }

  /** A text's Liquid as the closed tree, its names not linked yet. */
  lower(scalar: YamlScalar): Template {
    return this.take(lowerTemplate(scalar.text, { locate: locateIn(scalar), partials: this.partials }));
  }
}

/** A related place, in words. */
export function related(at: Span, message: string): Related {
  return { at, message };
}
