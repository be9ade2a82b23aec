import { resolve } from "node:path";
import { paintFor, renderText } from "../../report/index.ts";
import { judgedIfSigned } from "../approvals/judged.ts";
import { momentOf } from "../approvals/moment.ts";
import type { TrustFlags } from "../approvals/options.ts";
import type { BaselineChoice } from "../check/baseline-option.ts";
import { verdict } from "../check/check.ts";
import { compiledWorkspace } from "../check/compiled.ts";
import { onlyWorkspace, type Selection } from "../check/selection.ts";
import { baseOf } from "../diff/base.ts";
import { sideOf } from "../diff/side.ts";
import { noteBroken, resultsFolder } from "../evidence/results-folder.ts";
import { EXIT } from "../exit-codes.ts";
import type { Session } from "../session.ts";
import { Folder } from "./folder.ts";
import { packetsOf } from "./packets.ts";
import { releasesOf } from "./release.ts";
import { releaseSummary } from "./release-summary.ts";
import { type Built, buildSummary } from "./summary.ts";
import { verifiedOf } from "./verified.ts";

export interface BuildOptions {
  readonly out: string;
  readonly today: string | undefined;
  readonly baseline: BaselineChoice;
  /** A git revision or a folder that the packets say what changed since; nothing where nobody named one. */
  readonly base: string | undefined;
  /** Prints findings, and no summary of what was built. */
  readonly quiet: boolean;
  /** Also writes what may run: the plans with their signatures. */
  readonly release: boolean;
  /** Where trust is read from, and who wrote the change. */
  readonly flags: TrustFlags;
}

/**
 * `recare build`: findings, then a plan and a packet for each campaign without an error, then what was done.
 *
 * @throws Problem for paths in several workspaces, a base that cannot be loaded, and a folder that cannot be written.
 */
export function build(paths: readonly string[], options: BuildOptions, session: Session): void {
  const moment = momentOf(options.today, session);
  const { today } = moment;
  const { baseline, flags } = options;
  const selection = onlyWorkspace(paths, session.cwd);
  const releases = options.release
    ? releasesOf(selection, { flags, moment, baseline }, options.out, session)
    : undefined;
  const judged = releases?.judged ?? judgedIfSigned(selection, { flags, moment, baseline }, session);
  const compiled = judged?.compiled ?? compiledWorkspace(selection, { today, baseline, flags }, session);
  const base =
    options.base === undefined
      ? undefined
      : baseOf(sideOf(options.base, { here: selection.root, today }, session), compiled);
  const results = resultsFolder(selection);
  noteBroken(results, session);
  const campaigns = packetsOf(compiled, today, {
    base,
    verified: judged && verifiedOf(judged),
    evidence: results.files,
  });
  const code = verdict(compiled.findings, "error");
  const isComplete =
    campaigns.every(({ plan }) => plan !== undefined) && (releases?.missing ?? []).length === 0;
  session.end(code === EXIT.clean && !isComplete ? EXIT.findings : code);

  const folder = new Folder(resolve(session.cwd, options.out), options.out);
  const built = campaigns.map(({ model, plan }): Built => {
    if (plan === undefined) return { model, packet: undefined };
    return { model, packet: folder.writeCampaign(model, plan, releases?.texts.get(plan.campaign)) };
  });
  const standing = built.flatMap(({ model, packet }) => (packet === undefined ? [] : [model]));
  let index: string | undefined;
  if (isWhole(compiled.selection)) {
    index = folder.writeIndex(standing, compiled.compilation.workspace.organization.name);
    folder.keepOnly(new Set(standing.map(({ identity }) => identity.campaign)));
  } else {
    for (const { model, packet } of built) if (packet === undefined) folder.remove(model.identity.campaign);
  }

  const { colour, columns } = session.stdout;
  if (compiled.findings.length > 0) {
    session.print(`${renderText(compiled, { colour, columns, quiet: true })}\n`);
  }
  if (!options.quiet) session.print(buildSummary(built, index, paintFor(colour), columns));
  if (releases !== undefined)
    session.print(`\n${releaseSummary(releases, options.out, { paint: paintFor(colour), columns })}`);
}

function isWhole({ within }: Selection): boolean {
  return within.includes("");
}
