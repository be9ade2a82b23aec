import { didYouMean, type Span } from "../source/index.ts";
import { readAssign, readCapture, readLoop, readRender, readTest, readValue, readWhen } from "./headers.ts";
import { LIMITS } from "./limits.ts";
import type { LiquidText } from "./liquid-text.ts";
import { readText, type SharedReading } from "./lower.ts";
import { linesOf, type Piece, type TagPiece } from "./pieces.ts";
import {
  BLOCK_OPEN,
  BRANCH_MISPLACED,
  CASE_TEXT_LOST,
  PARTIAL_RECURSIVE,
  PARTIAL_UNKNOWN,
  TAG_REFUSED,
  TAG_UNKNOWN,
  TOO_LARGE,
} from "./syntax-findings.ts";
import { BLOCKS, INNER_TAGS, REFUSED_TAGS, TAGS } from "./tags.ts";
import { textNode } from "./text-node.ts";
import type { Template, TemplateNode, Test } from "./tree.ts";

/** A block that is open, and whether its `else` has been seen. */
interface OpenBlock {
  readonly tag: TagPiece;
  readonly branches: readonly string[];
  readonly end: string;
  sawElse: boolean;
}

type Nodes = readonly TemplateNode[];
type CaseNode = TemplateNode & { readonly kind: "case" };

/** Puts the pieces of one text, or the lines of one `liquid` tag, together into nodes. */
export class BlockReader {
  private readonly open: OpenBlock[] = [];
  private next = 0;

  constructor(
    private readonly source: LiquidText,
    private readonly shared: SharedReading,
    private readonly stack: readonly string[],
    private readonly depth: number,
    private readonly pieces: readonly Piece[],
  ) {}

  /** Nodes up to the end, or up to a tag that an open block knows, which is left for the block to take. */
  body(): Template {
    const nodes: TemplateNode[] = [];
    for (let piece = this.pieces[this.next]; piece; piece = this.pieces[this.next]) {
      if (this.shared.isTooLarge || (piece.kind === "tag" && this.belongsToOpenBlock(piece))) break;
      this.next++;
      this.count(piece, 1);
      if (piece.kind === "text") nodes.push(textNode(this.source, piece.start, piece.end));
      else if (piece.kind === "output") nodes.push(...this.print(piece));
      else nodes.push(...this.tag(piece));
    }
    return nodes;
  }

  /** One of an outer block closes the inner ones, each with a finding; one of no block is misplaced. */
  private belongsToOpenBlock({ name }: TagPiece): boolean {
    return this.open.at(-1)?.branches.includes(name) || this.open.some(({ end }) => end === name);
  }

  private count(piece: Piece, nodes: number): void {
    this.shared.nodes += nodes;
    if (this.shared.nodes <= LIMITS.nodes || this.shared.isTooLarge) return;
    const message = `this text has more than ${LIMITS.nodes / 1000},000 parts, its partials counted`;
    this.source.report(TOO_LARGE, piece.start, piece.end, message);
    this.shared.isTooLarge = true;
  }

  private tag(tag: TagPiece): Nodes {
    switch (tag.name) {
      case "if":
      case "unless":
        return this.condition(tag);
      case "case":
        return this.choice(tag);
      case "for":
        return this.loop(tag);
      case "capture":
        return this.capture(tag);
      case "comment":
        return this.comment(tag);
      case "#":
        return [];
      case "assign": {
        const assign = readAssign(this.source, tag);
        return assign ? [{ kind: "assign", ...assign, at: this.at(tag) }] : [];
      }
      case "echo":
        return this.source.slice(tag.inner).trim() === "" ? [] : this.print(tag);
      case "render":
        return this.render(tag);
      case "liquid":
        return this.lines(tag);
      default:
        this.refuse(tag);
        return [];
    }
  }

  private at({ start, end }: Piece): Span {
    return this.source.locate(start, end);
  }

  private written({ start, end }: Piece): string {
    return this.source.slice([start, end]);
  }

  private refuse(tag: TagPiece): void {
    const { name, start, end } = tag;
    const refusal = Object.hasOwn(REFUSED_TAGS, name) ? REFUSED_TAGS[name] : undefined;
    if (refusal) {
      this.source.report(TAG_REFUSED, start, end, `the tag ${name} ${refusal.why}`, refusal.instead);
    } else if (INNER_TAGS.includes(name)) {
      this.source.report(
        BRANCH_MISPLACED,
        start,
        end,
        `${this.written(tag)} stands where no block is open for it`,
      );
    } else if (TAGS.includes(name)) {
      const message = `${name} cannot stand inside a liquid tag`;
      this.source.report(TAG_REFUSED, start, end, message, `Write {% ${name} %} by itself.`);
    } else {
      const known = didYouMean(name, [...TAGS, ...INNER_TAGS]);
      this.source.report(TAG_UNKNOWN, start, end, `Liquid has no tag called "${name}"${known}`);
    }
  }

  /** What an output prints; a text in quotes is the text itself. */
  private print(piece: Exclude<Piece, { kind: "text" }>): Nodes {
    const value = readValue(this.source, piece);
    if (!value) return [];
    const at = this.at(piece);
    const { operand, filters } = value;
    if (filters.length > 0 || operand.kind !== "literal" || typeof operand.value !== "string")
      return [{ kind: "print", value, at }];
    const { at: whole, value: text } = operand;
    return text === "" ? [] : [{ kind: "text", text, at: whole, map: { span: () => whole } }];
  }

  /** Reads a block's bodies; `take` is given each with the branch tag before it, none for the first. */
  private block(tag: TagPiece, take: (branch: TagPiece | undefined, body: Template) => void): void {
    const shape = BLOCKS[tag.name];
    if (!shape) return;
    if (this.depth + this.open.length >= LIMITS.depth) {
      const message = `blocks stand inside each other more than ${LIMITS.depth} deep here`;
      this.source.report(TOO_LARGE, tag.start, tag.end, message);
      this.shared.isTooLarge = true;
      return;
    }
    const block: OpenBlock = { tag, ...shape, sawElse: false };
    this.open.push(block);
    for (let branch: TagPiece | undefined, isOpen = true; isOpen; ) {
      take(branch, this.body());
      const piece = this.pieces[this.next];
      if (this.shared.isTooLarge) break;
      if (piece?.kind === "tag" && (piece.name === block.end || block.branches.includes(piece.name))) {
        this.next++;
        this.checkBranch(block, piece);
        branch = piece;
        isOpen = piece.name !== block.end;
      } else {
        this.reportOpen(block, piece);
        isOpen = false;
      }
    }
    this.open.pop();
  }

  private reportOpen({ tag, end }: OpenBlock, before: Piece | undefined): void {
    const where = before ? ` before ${this.written(before)}` : "";
    const message = `${this.written(tag)} is opened here and not closed${where}`;
    this.source.report(BLOCK_OPEN, tag.start, tag.end, message, `Write {% ${end} %} where the block ends.`);
  }

  private checkBranch(block: OpenBlock, tag: TagPiece): void {
    const words = this.source.slice(tag.inner).trim();
    const misplaced = (message: string, remedy: string) =>
      this.source.report(BRANCH_MISPLACED, tag.start, tag.end, `${this.written(tag)} ${message}`, remedy);
    if (tag.name !== "elsif" && tag.name !== "when" && words !== "") {
      const isElseIf = tag.name === "else" && words.startsWith("if ");
      const remedy = isElseIf ? `Write {% elsif ${words.slice(3)} %}.` : `Write {% ${tag.name} %}.`;
      misplaced(`has words behind ${tag.name}, which Liquid would drop`, remedy);
    }
    if (tag.name === block.end) return;
    if (block.sawElse) misplaced("comes after the else of its block", "Put the else last, and only once.");
    if (tag.name === "else") block.sawElse = true;
  }

  private condition(tag: TagPiece): Nodes {
    const arms: { test: Test; body: Template }[] = [];
    let otherwise: Template = [];
    this.block(tag, (branch, body) => {
      if (branch?.name === "else") {
        otherwise = body;
        return;
      }
      const test = readTest(this.source, branch ?? tag);
      if (test) arms.push({ test: tag.name === "unless" && !branch ? { kind: "not", test } : test, body });
    });
    return [{ kind: "if", arms, otherwise, at: this.at(tag) }];
  }

  private choice(tag: TagPiece): Nodes {
    const subject = readValue(this.source, tag);
    const arms: CaseNode["arms"][number][] = [];
    let otherwise: Template = [];
    const seen = new Set<string>();
    this.block(tag, (branch, body) => {
      if (!branch) {
        this.reportLost(tag, body);
      } else if (branch.name === "else") {
        otherwise = body;
      } else {
        const values = readWhen(this.source, branch, seen);
        arms.push({ values: values.map(({ value }) => value), valuesAt: values.map(({ at }) => at), body });
      }
    });
    return subject ? [{ kind: "case", subject, arms, otherwise, at: this.at(tag) }] : [];
  }

  /** Liquid drops what stands before the first `when`. */
  private reportLost(tag: TagPiece, body: Template): void {
    if (body.every((node) => node.kind === "text" && node.text.trim() === "")) return;
    const end = this.pieces[this.next]?.start ?? this.source.text.length;
    this.source.report(
      CASE_TEXT_LOST,
      tag.end,
      end,
      "what stands between case and the first when is never printed",
    );
  }

  private loop(tag: TagPiece): Nodes {
    const header = readLoop(this.source, tag);
    let body: Template = [];
    let otherwise: Template = [];
    this.block(tag, (branch, nodes) => {
      if (branch) otherwise = nodes;
      else body = nodes;
    });
    return header ? [{ kind: "for", ...header, body, otherwise, at: this.at(tag) }] : [];
  }

  private capture(tag: TagPiece): Nodes {
    const name = readCapture(this.source, tag);
    let body: Template = [];
    this.block(tag, (_, nodes) => {
      body = nodes;
    });
    return name === undefined ? [] : [{ kind: "capture", name, body, at: this.at(tag) }];
  }

  /** Skips to the end of a comment; nothing in it counts. */
  private comment(tag: TagPiece): Nodes {
    const isEnd = (piece: Piece) => piece.kind === "tag" && piece.name === "endcomment";
    const end = this.pieces.findIndex((piece, index) => index >= this.next && isEnd(piece));
    if (end === -1) {
      const message = `${this.written(tag)} is opened here and not closed`;
      this.source.report(
        BLOCK_OPEN,
        tag.start,
        tag.end,
        message,
        "Write {% endcomment %} where the comment ends.",
      );
    }
    this.next = end === -1 ? this.pieces.length : end + 1;
    return [];
  }

  private lines(tag: TagPiece): Nodes {
    const lines = linesOf(this.source, tag);
    return new BlockReader(this.source, this.shared, this.stack, this.depth + this.open.length, lines).body();
  }

  private render(tag: TagPiece): Nodes {
    const header = readRender(this.source, tag);
    if (!header) return [];
    const { partial } = header;
    const text = this.shared.partials.get(partial);
    if (!text) {
      const known = didYouMean(partial, this.shared.partials.keys());
      this.source.report(
        PARTIAL_UNKNOWN,
        tag.start,
        tag.end,
        `there is no partial called "${partial}"${known}`,
      );
      return [];
    }
    if (this.stack.includes(partial)) {
      const round = [...this.stack.slice(this.stack.indexOf(partial)), partial].join(" → ");
      this.source.report(PARTIAL_RECURSIVE, tag.start, tag.end, `this partial renders itself: ${round}`);
      return [];
    }
    const known = this.shared.read.get(partial);
    if (known) {
      this.count(tag, known.nodes);
      return [{ kind: "render", ...header, body: known.body, at: this.at(tag) }];
    }
    const before = this.shared.nodes;
    const stack = [...this.stack, partial];
    const body = readText(this.source.sibling(text), this.shared, stack, this.depth + this.open.length + 1);
    this.shared.read.set(partial, { body, nodes: this.shared.nodes - before });
    return [{ kind: "render", ...header, body, at: this.at(tag) }];
  }
}
