import { type PropertyAccessToken, type Token, TypeGuards } from "liquidjs";
import type { LiquidText } from "./liquid-text.ts";
import type { Range } from "./pieces.ts";
import { OPERAND_REFUSED, UNREADABLE } from "./syntax-findings.ts";
import type { Operand, PathSegment } from "./tree.ts";
import { whyUnreadable } from "./unreadable.ts";

/** A text in quotes whose last quote is its own, not one that is escaped. */
const CLOSED_QUOTE = /^(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')$/s;

/** Turns liquidjs' value tokens of one tag or output into operands. `undefined` means that a finding has been reported. */
export class OperandReader {
  private readonly placeOf = new WeakMap<Operand, Range>();

  /** `whole` is underlined where no smaller part is to blame. */
  constructor(
    private readonly source: LiquidText,
    private readonly whole: Range,
  ) {}

  /** An operand as the author wrote it. */
  written(operand: Operand): string {
    return this.source.slice(this.placeOf.get(operand) ?? this.whole);
  }

  /** Reports that the tag as a whole says nothing. */
  unreadable(): undefined {
    const { message, remedy } = whyUnreadable(this.source.slice(this.whole));
    this.source.report(UNREADABLE, ...this.whole, message, remedy);
    return undefined;
  }

  /** Reports a range or emptiness that stands where it cannot. */
  refuse(operand: Operand): undefined {
    const written = this.written(operand);
    const message =
      operand.kind === "range"
        ? `${written} can only be what a loop runs over`
        : `${written} can only stand beside == or !=, opposite a name`;
    this.source.reportAt(OPERAND_REFUSED, operand.at, message);
    return undefined;
  }

  /** The operand that a token stands for. */
  read(token: Token): Operand | undefined {
    const operand = this.readOperand(token);
    if (operand) this.placeOf.set(operand, [token.begin, token.end]);
    return operand;
  }

  private readOperand(token: Token): Operand | undefined {
    const at = this.source.locate(token.begin, token.end);
    if (TypeGuards.isQuotedToken(token)) {
      const written = token.getText();
      if (CLOSED_QUOTE.test(written)) return { kind: "literal", value: token.content, at };
      return this.refuseToken(
        token,
        `the quote ${written} is not closed`,
        "Write the same quote at its end.",
      );
    }
    if (TypeGuards.isNumberToken(token)) {
      if (Number.isSafeInteger(token.content)) return { kind: "literal", value: token.content, at };
      return this.refuseToken(token, `${token.getText()} is not a whole number`, "Write a whole number.");
    }
    if (TypeGuards.isLiteralToken(token)) {
      switch (token.literal) {
        case "true":
          return { kind: "literal", value: true, at };
        case "false":
          return { kind: "literal", value: false, at };
        case "empty":
        case "blank":
          return { kind: "emptiness", which: token.literal, at };
        default:
          return { kind: "literal", value: null, at };
      }
    }
    if (TypeGuards.isRangeToken(token)) {
      const from = this.read(token.lhs);
      const to = from && this.read(token.rhs);
      return from && to && { kind: "range", from, to, at };
    }
    if (TypeGuards.isPropertyAccessToken(token)) return this.path(token);
    return this.unreadable();
  }

  private path(token: PropertyAccessToken): Operand | undefined {
    const [root, ...rest] = token.props;
    const written = token.getText();
    const notAName = `${written} is not the name of anything`;
    if (
      token.variable ||
      !root ||
      !TypeGuards.isWordToken(root) ||
      root.content === "" ||
      written.endsWith(".")
    )
      return this.refuseToken(token, notAName, "Write a name, with dots between its parts: clinic.name.");
    const segments: PathSegment[] = [];
    for (const property of rest) {
      const segment = this.segment(property);
      if (!segment) return this.refuseToken(token, notAName, "Write a name or a number between [ and ].");
      segments.push(segment);
    }
    return { kind: "path", root: root.content, segments, at: this.source.locate(token.begin, token.end) };
  }

  private segment(token: Token): PathSegment | undefined {
    if (TypeGuards.isWordToken(token)) return token.content === "" ? undefined : { name: token.content };
    if (!/^\s*\]/.test(this.source.text.slice(token.end, token.end + 40))) return undefined;
    if (TypeGuards.isQuotedToken(token)) return { name: token.content };
    if (TypeGuards.isNumberToken(token))
      return Number.isSafeInteger(token.content) ? { index: token.content } : undefined;
    if (!TypeGuards.isPropertyAccessToken(token)) return undefined;
    const dynamic = this.read(token);
    return dynamic && { dynamic };
  }

  private refuseToken(token: Token, message: string, remedy: string): undefined {
    this.source.report(OPERAND_REFUSED, token.begin, token.end, message, remedy);
    return undefined;
  }
}
