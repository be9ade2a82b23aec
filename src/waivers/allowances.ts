import type { Campaign, Workspace } from "../model/index.ts";
import { BASELINE_STALE, WAIVER_UNUSED } from "../rules/index.ts";
import { type Diagnostic, diagnose, type FindingWaiver, type SourceText } from "../source/index.ts";
import type { YamlFile } from "../syntax/index.ts";
import type { LoadedWorkspace } from "../workspace/index.ts";
import type { ReadEntry } from "./baseline.ts";
import { type Circumstances, collectWaivers } from "./collect.ts";
import { Coverage } from "./coverage.ts";
import { Identities } from "./identify.ts";
import { waiversInTemplates } from "./in-templates.ts";
import { KnownFindings } from "./known.ts";
import { readBaseline } from "./read-baseline.ts";
import type { Waiver } from "./waiver.ts";

/** What people let stand in a workspace: the waivers in its files, and the findings that its baseline knows. */
export class Allowances {
  readonly waivers: readonly Waiver[];
  /** What is wrong with the comments and with the baseline themselves. */
  readonly diagnostics: readonly Diagnostic[];
  private readonly coverage: Coverage;
  private readonly entries: readonly ReadEntry[];
  private readonly known: KnownFindings;
  private readonly identities: Identities;
  private readonly used = new Set<Waiver>();

  constructor(loaded: LoadedWorkspace, baseline: SourceText | undefined, circumstances: Circumstances) {
    const files = filesOf(loaded);
    const collected = files.map((file) =>
      collectWaivers(file, loaded.texts.get(file.path)?.text ?? "", circumstances),
    );
    const read = baseline && readBaseline(baseline);
    this.waivers = collected.flatMap(({ value }) => value);
    const partials = new Set([...loaded.partials.values()].map(({ path }) => path));
    this.diagnostics = [
      ...collected.flatMap(({ diagnostics }) => diagnostics),
      ...waiversInTemplates(loaded.texts.values(), partials),
      ...(read?.diagnostics ?? []),
    ];
    this.coverage = new Coverage(this.waivers);
    this.entries = read?.value ?? [];
    this.known = new KnownFindings(this.entries);
    this.identities = new Identities(files, loaded.texts);
  }

  /** The findings with their paths, and with the waiver or the baseline that lets them stand. */
  mark(findings: readonly Diagnostic[]): readonly Diagnostic[] {
    const marked = findings.map((finding) => {
      const waiver = this.coverage.of(finding);
      if (waiver !== undefined) this.used.add(waiver);
      return { ...finding, ...this.identities.of(finding), ...(waiver && { waiver: bare(waiver) }) };
    });
    return this.known.mark(marked);
  }

  /**
   * Waivers and entries of the baseline that nothing was found for. Silent while something could not be read, since
   * what they are about may stand there.
   *
   * @param wasAsked whether all findings of a rule are among the marked ones
   */
  leftOver(
    marked: readonly Diagnostic[],
    { campaigns }: Workspace,
    wasAsked: (rule: string) => boolean,
  ): readonly Diagnostic[] {
    if (marked.some(({ code, severity }) => severity === "error" && UNREAD.test(code))) return [];
    const unused = this.waivers
      .filter((waiver) => !this.used.has(waiver) && wasAsked(waiver.rule.name))
      .map(({ rule, place, at }) =>
        diagnose(WAIVER_UNUSED, { at, message: `${rule.code} ${rule.name} finds nothing at ${place}` }),
      );
    const stale = this.entries
      .filter((entry) => this.known.roomOf(entry) > 0 && wasAsked(entry.rule))
      .map((entry) => staleEntry(entry, this.known.roomOf(entry), campaigns));
    return this.mark([...unused, ...stale]);
  }
}

/** What a finding says of its waiver: no rule, which it has itself, and nothing of the file besides the comment. */
function bare({ rule: _, covers: __, ...waiver }: Waiver): FindingWaiver {
  return waiver;
}

/** Families that say what cannot be read or named. */
const UNREAD = /^[SM]/;

function staleEntry(
  { rule, path, count, at }: ReadEntry,
  gone: number,
  campaigns: readonly Campaign[],
): Diagnostic {
  const file = path.split("#")[0];
  const campaign = campaigns.find((candidate) => candidate.file === file)?.id;
  const what = count === 1 ? "the finding" : `${gone} of the ${count} findings`;
  return diagnose(BASELINE_STALE, {
    at,
    message: `${what} of ${rule} at ${path} ${gone === 1 ? "is" : "are"} gone`,
    ...(campaign !== undefined && { campaign }),
  });
}

/** Every file that its authors write in YAML, each once. */
function filesOf({ organization, campaigns, library, trust }: LoadedWorkspace): readonly YamlFile[] {
  return [
    ...(organization === undefined ? [] : [organization]),
    ...campaigns,
    ...[...library.values()].flat(),
    ...trust.roles,
    ...trust.required,
  ];
}
