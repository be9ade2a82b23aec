import { statSync } from "node:fs";
import { resolve } from "node:path";
import { compile } from "../../compile.ts";
import {
  dayOfCheck,
  findWorkspace,
  Problem,
  readRevision,
  readWorkspace,
  writeFile,
} from "../../host/index.ts";
import {
  Places,
  paintFor,
  type ReviewFile,
  renderReviewJson,
  renderReviewMarkdown,
  renderReviewText,
  reviewFile,
} from "../../report/index.ts";
import { reviewOf, type Side, trustOf } from "../../review/index.ts";
import type { SourceText } from "../../source/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Session } from "../session.ts";
import type { ReviewFormat } from "./command.ts";

export interface DiffOptions {
  readonly format: ReviewFormat;
  readonly output: string | undefined;
  readonly today: string | undefined;
  /** Ends with exit code 1 where something changed, as `git diff --exit-code` does. */
  readonly exitCode: boolean;
}

/**
 * `recare diff`: what changed in meaning between two revisions.
 *
 * @throws Problem for what cannot be loaded: that is never "no change"
 */
export function diff(
  asked: { readonly base: string; readonly head: string | undefined },
  options: DiffOptions,
  session: Session,
): void {
  const today = dayOfCheck(options.today, session.env, session.now);
  const here = isFolder(asked.head, session) ? asked.head : ".";
  const base = sideOf(asked.base, { here, today }, session);
  const head = sideOf(asked.head ?? ".", { here, today }, session);
  // Whose signature counts is read from the base, never from the change that is to be signed.
  const review = reviewOf(base, head, trustOf(base.texts).value.required);
  const file = reviewFile(review, { base: new Places(base.texts), head: new Places(head.texts) });
  const text = rendered(file, options, session);
  if (options.output === undefined) session.print(text);
  else writeFile(resolve(session.cwd, options.output), text);
  const differs = options.exitCode && review.campaigns.length > 0;
  session.end(review.unreadable.length > 0 || differs ? EXIT.findings : EXIT.clean);
}

interface LoadedSide extends Side {
  readonly texts: readonly SourceText[];
}

function isFolder(asked: string | undefined, session: Session): asked is string {
  if (asked === undefined) return false;
  return statSync(resolve(session.cwd, asked), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A folder where there is one of that name, else a revision of the repository that the workspace here lies in. */
function sideOf(
  asked: string,
  { here, today }: { readonly here: string; readonly today: string },
  session: Session,
): LoadedSide {
  const onDisk = isFolder(asked, session);
  const { root } = findWorkspace(onDisk ? asked : here, session.cwd);
  const { files, assets, baseline } = onDisk ? readWorkspace(root) : readRevision(root, asked);
  const { plans, workspace, findings } = compile({ files, assets, today, baseline });
  const built = new Set(plans.map(({ campaign }) => campaign));
  const broken = workspace.campaigns.filter(({ id }) => !built.has(id)).map(({ id, file }) => ({ id, file }));
  if (built.size === 0 && broken.length === 0 && findings.some(({ severity }) => severity === "error")) {
    throw new Problem(
      `Nothing can be compared: the workspace of ${asked} has errors and no campaign that can be read.`,
      `Run recare check${onDisk ? ` ${asked}` : " in that revision"}.`,
    );
  }
  return { name: asked === "." ? "the files here" : asked, plans, broken, texts: files };
}

function rendered(review: ReviewFile, { format, output }: DiffOptions, session: Session): string {
  const { colour, columns } = session.stdout;
  switch (format) {
    case "json":
      return renderReviewJson(review);
    case "markdown":
      return renderReviewMarkdown(review);
    case "text":
      return renderReviewText(review, { paint: paintFor(colour && output === undefined), columns });
  }
}
