import { type Diagnostic, diagnose, didYouMean, type RuleMeta, type Span } from "../source/index.ts";
import type { KnownNames } from "./known-names.ts";
import {
  CLOSED_NAME_SET,
  FORLOOP_WHOLE,
  INSERT_MISPLACED,
  LOOP_OVER_CLOSED,
  NAME_NOT_WHOLE,
  NAME_REFUSED,
  NAME_UNKNOWN,
  SAID_COMPARED,
  VALUE_IMPOSSIBLE,
} from "./name-findings.ts";
import { operandText } from "./operand-text.ts";
import type { Binding, Scope } from "./scope.ts";
import type { Operand } from "./tree.ts";

type Path = Operand & { readonly kind: "path" };
type FieldBinding = Binding & { readonly kind: "field" };
/** Where an operand stands: printed as words, asked about, or run over by a loop. */
export type Place = "words" | "test" | "loop";

/** What a loop can be asked about its turns. */
const FORLOOP = ["index", "index0", "rindex", "rindex0", "first", "last", "length"];

/** Finds what the names of one text stand for, and reports those that stand for nothing. */
export class NameBinder {
  readonly diagnostics: Diagnostic[] = [];
  /** What each field operand was bound to. */
  private readonly bound = new Map<Operand, FieldBinding>();

  constructor(private readonly scope: Scope) {}

  isShared(name: string): boolean {
    return this.scope.roots.has(name);
  }

  /** All values of a field, where they are known. */
  valuesOf(operand: Operand): readonly string[] | undefined {
    return this.bound.get(operand)?.values;
  }

  /** Reports a text that gives a shared name a meaning of its own. */
  checkName(name: string, at: Span): void {
    if (!this.scope.roots.has(name)) return;
    this.report(CLOSED_NAME_SET, at, `"${name}" is a shared name, and cannot mean something else here`);
  }

  /** An operand with its names bound; what cannot be bound stays a path. */
  operand(operand: Operand, locals: KnownNames, place: Place): Operand {
    if (operand.kind === "range") {
      const { from, to } = operand;
      return { ...operand, from: this.operand(from, locals, place), to: this.operand(to, locals, place) };
    }
    if (operand.kind !== "path") return operand;
    if (this.scope.roots.has(operand.root)) return this.asOperand(operand, this.bind(operand), place);
    if (!locals.names.has(operand.root)) {
      const name = operandText(operand);
      const known = didYouMean(name, [...this.scope.names(), ...locals.names]);
      this.report(NAME_UNKNOWN, operand.at, `nothing is called "${name}" here${known}`);
      return operand;
    }
    this.checkForloop(operand);
    const segments = operand.segments.map((segment) =>
      "dynamic" in segment ? { dynamic: this.operand(segment.dynamic, locals, "words") } : segment,
    );
    return { ...operand, segments };
  }

  private checkForloop({ root, segments, at }: Path): void {
    const [segment] = segments;
    const asked = segment && "name" in segment ? segment.name : "";
    if (root !== "forloop" || (segments.length === 1 && FORLOOP.includes(asked))) return;
    this.report(
      FORLOOP_WHOLE,
      at,
      asked ? `forloop has no "${asked}"${didYouMean(asked, FORLOOP)}` : "forloop says nothing by itself",
    );
  }

  /** What a shared name stands for here. */
  bind(path: Path): Binding | undefined {
    if (path.segments.some((segment) => !("name" in segment))) {
      const message = `which fact ${operandText(path)} means is not written in the text`;
      this.report(NAME_NOT_WHOLE, path.at, message);
      return { kind: "refused", message };
    }
    const binding = this.scope.bind(path.root, path.segments, path.at);
    if (!binding) {
      const name = operandText(path);
      this.report(
        NAME_UNKNOWN,
        path.at,
        `nothing is called "${name}"${didYouMean(name, this.scope.names())}`,
      );
    } else if (binding.kind === "refused") {
      this.report(NAME_REFUSED, path.at, binding.message, binding.remedy);
    }
    return binding;
  }

  /** The operand that a closed name becomes; the path itself where it cannot be used. */
  asOperand(path: Path, binding: Binding | undefined, place: Place): Operand {
    if (binding?.kind === "insert") {
      this.report(
        INSERT_MISPLACED,
        path.at,
        `${operandText(path)} stands for approved words, which are printed whole`,
      );
      return path;
    }
    if (binding?.kind !== "field") return path;
    if (place === "loop") {
      this.report(
        LOOP_OVER_CLOSED,
        path.at,
        `the text would be repeated once for each part of ${operandText(path)}`,
      );
    }
    if (place === "words" && binding.unprintable) {
      this.report(NAME_REFUSED, path.at, binding.unprintable.message, binding.unprintable.remedy);
    }
    const said = place === "words" && binding.said;
    const field: Operand = { kind: "field", path: binding.path, said, at: path.at };
    this.bound.set(field, binding);
    return field;
  }

  /** Reports words for patients that are compared with a stored value. */
  checkSaid(operand: Operand, locals: KnownNames): void {
    if (operand.kind !== "path" || operand.segments.length > 0 || !locals.said.has(operand.root)) return;
    this.report(
      SAID_COMPARED,
      operand.at,
      `${operand.root} holds the words that patients read, not the field's value`,
    );
  }

  /** Reports a field that is compared with a value that it never has. */
  checkValue(operand: Operand, literal: Operand & { kind: "literal" }): void {
    const binding = this.bound.get(operand);
    const { value, at } = literal;
    if (!binding?.values || value === null || (typeof value === "string" && binding.values.includes(value)))
      return;
    const known = typeof value === "string" ? didYouMean(value, binding.values) : "";
    this.report(VALUE_IMPOSSIBLE, at, `${binding.path} is never ${JSON.stringify(value)}${known}`);
  }

  report(meta: RuleMeta, at: Span, message: string, remedy?: string): void {
    this.diagnostics.push(diagnose(meta, { at, message, ...(remedy !== undefined && { remedy }) }));
  }
}
