import { resolve } from "node:path";
import { PAGE_COLUMNS, Problem, writeFile } from "../../host/index.ts";
import {
  type Renderer,
  type Report,
  renderGithub,
  renderGitlab,
  renderJson,
  renderJunit,
  renderMarkdown,
  renderRdjson,
  renderSarif,
  renderText,
} from "../../report/index.ts";
import type { Session } from "../session.ts";

/** Formats for programs: none of them depends on a terminal. */
const RENDERERS = {
  json: renderJson,
  sarif: renderSarif,
  github: renderGithub,
  gitlab: renderGitlab,
  junit: renderJunit,
  rdjson: renderRdjson,
  markdown: renderMarkdown,
} satisfies Readonly<Record<string, Renderer>>;

export const FORMATS = ["text", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

/** One rendering of the findings: to a file, or to standard output. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

/**
 * Pairs each `--format` with the `--output` that follows it, in the order in which they were written.
 *
 * @throws Problem for an output without a format, or several formats on standard output.
 */
export class OutputList {
  private readonly outputs: Output[] = [];

  format(format: Format): void {
    this.outputs.push({ format });
  }

  file(file: string): void {
    const last = this.outputs.at(-1);
    if (last === undefined || last.file !== undefined) {
      throw new Problem(
        `--output ${file} has no --format before it.`,
        `Write the format first: --format json --output ${file}`,
      );
    }
    this.outputs[this.outputs.length - 1] = { ...last, file };
  }

  all(): readonly Output[] {
    const printed = this.outputs.filter((output) => output.file === undefined);
    if (printed.length > 1) {
      throw new Problem(
        `${printed.map((output) => output.format).join(" and ")} would be mixed on standard output.`,
        "Give all but one of them a file: --format json --output findings.json",
      );
    }
    return this.outputs.length === 0 ? [{ format: "text" }] : this.outputs;
  }
}

/** Renders a report to each of its outputs. Files have no colour and the width of a page. */
export function writeReport(
  report: Report,
  outputs: readonly Output[],
  quiet: boolean,
  session: Session,
): void {
  for (const { format, file } of outputs) {
    const terminal = file === undefined ? session.stdout : { colour: false, columns: PAGE_COLUMNS };
    const text = render(report, format, { ...terminal, quiet });
    if (file === undefined) session.print(text);
    else writeFile(resolve(session.cwd, file), text, file);
  }
}

function render(
  report: Report,
  format: Format,
  style: { readonly colour: boolean; readonly columns: number; readonly quiet: boolean },
): string {
  return format === "text" ? renderText(report, style) : RENDERERS[format](report);
}
