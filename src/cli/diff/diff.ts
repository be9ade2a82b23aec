import { resolve } from "node:path";
import { dayOfCheck, writeFile } from "../../host/index.ts";
import {
  Places,
  paintFor,
  type ReviewFile,
  renderReviewHtml,
  renderReviewJson,
  renderReviewMarkdown,
  renderReviewText,
  reviewFile,
} from "../../report/index.ts";
import { reviewOf, trustOf } from "../../review/index.ts";
import { EXIT } from "../exit-codes.ts";
import type { Session } from "../session.ts";
import type { ReviewFormat } from "./command.ts";
import { isFolder, sideOf } from "./side.ts";

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

function rendered(review: ReviewFile, { format, output }: DiffOptions, session: Session): string {
  const { colour, columns } = session.stdout;
  switch (format) {
    case "json":
      return renderReviewJson(review);
    case "html":
      return renderReviewHtml(review);
    case "markdown":
      return renderReviewMarkdown(review);
    case "text":
      return renderReviewText(review, { paint: paintFor(colour && output === undefined), columns });
  }
}
