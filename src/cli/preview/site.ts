import { lazy } from "../../analysis/index.ts";
import { compile } from "../../compile.ts";
import { dayOfCheck, Problem, problemOf } from "../../host/index.ts";
import {
  type FramedFinding,
  indexHtml,
  type PacketModel,
  packetHtml,
  problemsHtml,
} from "../../packet/index.ts";
import { codeFrame, Places } from "../../report/index.ts";
import type { Diagnostic } from "../../source/index.ts";
import { type CampaignToBuild, packetsOf } from "../build/packets.ts";
import type { BaselineChoice } from "../check/baseline-option.ts";
import { type Compiled, compiledWorkspace } from "../check/compiled.ts";
import type { Selection } from "../check/selection.ts";
import { baseOf } from "../diff/base.ts";
import type { LoadedSide } from "../diff/side.ts";
import { resultsFolder } from "../evidence/results-folder.ts";
import type { Session } from "../session.ts";
import { digest, type JudgedBefore } from "./judged-before.ts";

/** All pages of a preview, as of one save. A page is drawn when somebody asks for it. */
export interface Site {
  /** The same for what shows the same. */
  readonly version: string;
  /**
   * @param path `""` is the index, `missed-visit/` a campaign, `missed-visit/draft/` its packet although it has errors
   * @returns nothing where there is no such page, now or before
   */
  page(path: string): SitePage | undefined;
}

export interface SitePage {
  readonly html: string;
  /** The campaign whose sign-offs the page offers. */
  readonly signs?: string | undefined;
  /** False where the page says that the campaign is not there any more. */
  readonly found: boolean;
}

export interface SiteOptions {
  readonly today: string | undefined;
  readonly baseline: BaselineChoice;
  readonly base: LoadedSide | undefined;
}

/**
 * Compiles the workspace as it is now. A problem of the disk is a page too, since the next save may mend it.
 *
 * @param before what was found at earlier saves; kept from one to the next by whoever calls
 */
export function siteOf(
  selection: Selection,
  options: SiteOptions,
  before: JudgedBefore,
  session: Session,
): Site {
  try {
    const today = dayOfCheck(options.today, session.env, new Date());
    const against = { today, baseline: options.baseline };
    const compiled = compiledWorkspace(selection, against, session, (input) =>
      compile(before.watched(input), before),
    );
    return compiledSite(compiled, before.evidenceDigest, today, options.base);
  } catch (thrown) {
    const error = problemOf(thrown, "read the workspace");
    if (!(error instanceof Problem)) throw thrown;
    return problemSite(error);
  }
}

function problemSite({ message, remedy }: Problem): Site {
  const html = problemsHtml({
    title: "The workspace cannot be read",
    says: `${message} ${remedy}`,
    findings: [],
    links: [],
  });
  return { version: digest([message, remedy]), page: () => ({ html, found: true }) };
}

function compiledSite(
  compiled: Compiled,
  evidence: string,
  today: string,
  side: LoadedSide | undefined,
): Site {
  const { compilation, texts } = compiled;
  const { workspace, findings } = compilation;
  const base = side === undefined ? undefined : baseOf(side, compiled);
  const results = resultsFolder(compiled.selection);
  const campaigns = packetsOf(compiled, today, { base, evidence: results.files });
  const places = new Places(texts);
  const framed = (some: readonly Diagnostic[]) => some.map((finding) => framedOf(finding, places));
  const known = new Set(workspace.campaigns.flatMap(({ id, file }) => [id, file]));
  const adrift = lazy(() =>
    framed(findings.filter(({ campaign, at }) => !known.has(campaign ?? "") && !known.has(at.file))),
  );
  const ownFindings = ({ id, file }: CampaignToBuild) =>
    framed(findings.filter(({ campaign, at }) => campaign === id || at.file === file));
  const pages = new Map<string, SitePage | undefined>();

  const draw = (path: string): SitePage | undefined => {
    if (path === "") {
      const models = campaigns.map(({ model }) => model);
      const html = indexHtml(models, workspace.organization.name, linkTo, adrift());
      return { html, found: true };
    }
    const [, name = "", draft] = /^([^/]+)\/(draft\/)?$/.exec(path) ?? [];
    if (name === "") return undefined;
    const campaign = campaigns.find(({ id }) => linkTo(id) === `${name}/`);
    if (campaign === undefined) return { html: gone(name, framed(findings)), found: false };
    if (campaign.plan !== undefined || draft !== undefined) {
      // An id that stands in a plan is one of letters, digits and hyphens.
      return { html: packetHtml(campaign.model), found: true, signs: campaign.plan?.campaign };
    }
    return { html: broken(campaign.model, [...ownFindings(campaign), ...adrift()]), found: true };
  };

  return {
    version: digest([
      today,
      evidence,
      JSON.stringify(results),
      ...texts.flatMap(({ path, text }) => [path, text]),
    ]),
    page: (path) => {
      if (!pages.has(path) && pages.size < MOST_PAGES) pages.set(path, draw(path));
      return pages.has(path) ? pages.get(path) : draw(path);
    },
  };
}

/** Pages that are kept: an address that somebody makes up must not fill the memory. */
const MOST_PAGES = 1_000;

function linkTo(campaign: string): string {
  return `${encodeURIComponent(campaign)}/`;
}

function framedOf(finding: Diagnostic, places: Places): FramedFinding {
  const { severity, code, rule, message, remedy, at } = finding;
  const { line, column } = places.of(at).start;
  return {
    severity,
    code,
    rule,
    message,
    remedy,
    at: { file: at.file, line, column },
    frame: codeFrame(places, at),
  };
}

function broken({ identity }: PacketModel, findings: readonly FramedFinding[]): string {
  return problemsHtml({
    title: identity.title,
    says: "This campaign has an error, so there is no plan and no packet to sign. The page shows the packet as soon as the error is gone.",
    findings,
    links: [
      { to: "draft/", says: "See the packet as far as it can be drawn" },
      { to: "../", says: "All campaigns" },
    ],
  });
}

function gone(name: string, findings: readonly FramedFinding[]): string {
  return problemsHtml({
    title: decoded(name),
    says: "There is no campaign of this name, or its file cannot be read. The page shows the packet as soon as there is one.",
    findings,
    links: [{ to: "../", says: "All campaigns" }],
  });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
