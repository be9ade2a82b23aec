import { resolve } from "node:path";
import { readFormat } from "../../formats/index.ts";
import { GithubPulls, Problem, readText } from "../../host/index.ts";
import { REVIEW_MARKER, type ReviewFile, renderReviewMarkdown } from "../../report/index.ts";
import type { Session } from "../session.ts";

export interface CommentOptions {
  readonly post: boolean;
  /** Where the packets are. */
  readonly link: string | undefined;
}

/**
 * `recare comment`: a review for the conversation of a pull request. The file may come from a run that a stranger's
 * change had in its hands, so that nothing of it is believed but its form, and every text of it is escaped.
 *
 * @throws Problem for a file that is no review, and for a forge that refuses
 */
export async function comment(path: string, { post, link }: CommentOptions, session: Session): Promise<void> {
  const { value: review, mistakes } = readFormat<ReviewFile>(
    "review",
    readText(resolve(session.cwd, path), path),
  );
  if (review === undefined) {
    throw new Problem(
      `${path} is no review: ${mistakes.join("; ")}.`,
      "Write one with recare diff <base> --format json --output review.json",
    );
  }
  const text = renderReviewMarkdown(review, linkOf(link));
  if (!post) {
    session.print(text);
    return;
  }
  const pulls = GithubPulls.fromEnvironment(session.env);
  const pull = await pulls.ofThisRun();
  if (pull === undefined) {
    session.note("No open pull request belongs to this run, so there is nothing to comment on.\n");
    return;
  }
  session.note(`${await pulls.keepComment(pull, { marker: REVIEW_MARKER, text })}\n`);
}

function linkOf(link: string | undefined): string | undefined {
  if (link === undefined) return undefined;
  if (URL.canParse(link) && /^https?:$/.test(new URL(link).protocol)) return new URL(link).href;
  throw new Problem(`--link ${link} is no web address.`, "Write it whole: https://…");
}
