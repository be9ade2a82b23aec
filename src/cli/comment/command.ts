import type { Command } from "commander";
import { examples } from "../examples.ts";
import type { Session } from "../session.ts";

interface Flags {
  readonly post?: boolean;
  readonly link?: string;
}

export function addComment(program: Command, session: Session): void {
  program
    .command("comment")
    .summary("print a review as a pull-request comment, or post it")
    .description(
      "Reads a review.json that `recare diff --format json` wrote, checks it against its schema as if a stranger had written it, " +
        "and prints it in Markdown. With --post, keeps one comment on the pull request that the GitHub workflow run belongs to.",
    )
    .argument("<review>", "a review.json")
    .option("--link <url>", "where the packets are: linked from the comment")
    .option("--post", "write it on the pull request, in the place of the last one (in a GitHub workflow)")
    .addHelpText(
      "after",
      examples([
        ["recare comment review.json", "as Markdown"],
        ["recare comment review.json --post", "in the second workflow of docs/ci.md"],
      ]),
    )
    .addHelpText(
      "after",
      "\n--post reads GITHUB_TOKEN (pull-requests: write), GITHUB_API_URL, GITHUB_REPOSITORY and GITHUB_EVENT_PATH.",
    )
    .action(async (review: string, { post, link }: Flags) => {
      const { comment } = await import("./comment.ts");
      await comment(review, { post: post === true, link }, session);
    });
}
