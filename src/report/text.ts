import { counts, type Diagnostic, type Related, type Span } from "../source/index.ts";
import { allowanceOf, standingOf } from "../waivers/index.ts";
import { visible } from "./cells.ts";
import { frame } from "./frame.ts";
import { type Paint, paintFor } from "./paint.ts";
import { Places, type Report } from "./report.ts";
import { tallyOf, tallySentence } from "./tally.ts";
import { wrap } from "./wrap.ts";

export interface TextStyle {
  /** Colour by ANSI escapes; all text from files is escaped either way. */
  readonly colour: boolean;
  /** Width at which lines are clipped and sentences wrapped. */
  readonly columns: number;
  /** Leaves out the closing tally. */
  readonly quiet?: boolean;
}

/** For people in a terminal: each finding with its place, the lines around it, a witness, and what to write instead. */
export function renderText(report: Report, style: TextStyle): string {
  const writer = new TextWriter(new Places(report.files), paintFor(style.colour), style.columns);
  const blocks = grouped(report.findings).map((group) => writer.finding(group));
  if (!style.quiet) blocks.push(`${tallyLine(report, style)}\n`);
  return blocks.join("\n");
}

function tallyLine(report: Report, style: TextStyle): string {
  const tally = tallyOf(report);
  const paint = paintFor(style.colour);
  const sentence = tallySentence(tally);
  const shown = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  if (tally.errors > 0) return paint.severity.error(shown);
  return tally.warnings > 0 ? paint.severity.warning(shown) : paint.added(shown);
}

/** Findings that say the same about several places of a file: shown once, with the further places listed. */
interface Group {
  readonly finding: Diagnostic;
  readonly further: readonly Span[];
}

function grouped(findings: readonly Diagnostic[]): readonly Group[] {
  const groups = new Map<string, { finding: Diagnostic; further: Span[] }>();
  for (const finding of findings) {
    const { code, severity, message, remedy, at, campaign, witness, waiver, baselined } = finding;
    const key = JSON.stringify([
      at.file,
      code,
      severity,
      message,
      remedy,
      campaign,
      witness,
      waiver,
      baselined,
    ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { finding, further: [] });
    else group.further.push(at);
  }
  return [...groups.values()];
}

class TextWriter {
  private readonly explained = new Set<string>();

  constructor(
    private readonly places: Places,
    private readonly paint: Paint,
    private readonly columns: number,
  ) {}

  finding({ finding, further }: Group): string {
    // What was there before is listed, and not told again at every check.
    if (finding.baselined)
      return `${[finding.at, ...further].map((at) => this.header({ ...finding, at })).join("\n")}\n`;
    const lines = [
      this.header(finding),
      "",
      this.sentence(finding.message),
      "",
      ...this.frame(finding.at, this.paint.severity[finding.severity]),
    ];
    if (further.length > 0) lines.push("", this.sentence(`Also at ${this.list(further)}.`));
    for (const related of finding.related) lines.push("", ...this.related(related));
    lines.push("", ...this.witness(finding));
    const allowed = allowanceOf(finding);
    if (allowed !== undefined) lines.push(this.sentence(allowed, 2));
    if (!counts(finding)) return `${lines.join("\n")}\n`;
    lines.push(this.sentence(`Instead: ${finding.remedy}`, 2));
    if (!this.explained.has(finding.code)) {
      this.explained.add(finding.code);
      lines.push(`  ${this.paint.faint(`More: recare explain ${finding.code}`)}`);
    }
    return `${lines.join("\n")}\n`;
  }

  private header(finding: Diagnostic): string {
    const severity = this.paint.severity[finding.severity](finding.severity);
    const standing = standingOf(finding);
    const head = `${this.paint.strong(this.place(finding.at))}  ${severity} ${finding.code} ${finding.rule}`;
    return standing === "" ? head : `${head}, ${this.paint.faint(standing)}`;
  }

  private place(span: Span): string {
    const { line, column } = this.places.of(span).start;
    return `${visible(span.file)}:${line}:${column}`;
  }

  private sentence(text: string, hang = 0): string {
    const wrapped = wrap(visible(text), this.columns - 2, hang);
    return wrapped.replaceAll(/^(?=.)/gm, "  ");
  }

  private frame(at: Span, mark: (text: string) => string): readonly string[] {
    const index = this.places.lines(at.file);
    if (index === undefined) return ["  (the file was not read)"];
    return frame(index, at, { columns: this.columns, paint: this.paint, mark });
  }

  private related({ at, message }: Related): readonly string[] {
    return [
      `  ${this.paint.strong(this.place(at))}`,
      this.sentence(message),
      ...this.frame(at, this.paint.faint),
    ];
  }

  private witness({ witness }: Diagnostic): readonly string[] {
    if (witness === undefined) return [];
    const when = witness.when === "" ? "" : ` ${witness.when}`;
    return [this.sentence(`Rendered as: "${witness.text}"${when}`, 2)];
  }

  private list(spans: readonly Span[]): string {
    const shown = spans.slice(0, 8).map((span) => {
      const { line, column } = this.places.of(span).start;
      return `${line}:${column}`;
    });
    const rest = spans.length - shown.length;
    return rest > 0 ? `${shown.join(", ")} and ${rest} more places` : shown.join(", ");
  }
}
