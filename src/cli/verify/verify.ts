import { resolve } from "node:path";
import { PAGE_COLUMNS, writeFile } from "../../host/index.ts";
import {
  paintFor,
  renderVerificationJson,
  renderVerificationMarkdown,
  renderVerificationText,
} from "../../report/index.ts";
import type { Verification } from "../../review/index.ts";
import { judgedWorkspace } from "../approvals/judged.ts";
import { momentOf } from "../approvals/moment.ts";
import type { TrustFlags } from "../approvals/options.ts";
import { verificationOf } from "../approvals/verification.ts";
import type { BaselineChoice } from "../check/baseline-option.ts";
import { onlyWorkspace } from "../check/selection.ts";
import { EXIT } from "../exit-codes.ts";
import type { Session } from "../session.ts";
import type { VerificationFormat } from "./command.ts";

export interface VerifyOptions extends TrustFlags {
  readonly format: VerificationFormat;
  readonly output?: string;
  readonly today?: string;
  readonly baseline?: BaselineChoice;
}

/**
 * `recare verify`: which approvals stand, and who must still sign.
 *
 * @throws Problem where there is no trusted revision, or no trust in it
 */
export function verify(paths: readonly string[], options: VerifyOptions, session: Session): void {
  const { baseline, output } = options;
  const moment = momentOf(options.today, session);
  const selection = onlyWorkspace(paths, session.cwd);
  const judged = judgedWorkspace(selection, { flags: options, moment, baseline }, session);
  const verification = verificationOf(judged, selection, moment);
  const text = rendered(verification, options, session);
  if (output === undefined) session.print(text);
  else writeFile(resolve(session.cwd, output), text, output);
  session.end(verification.campaigns.every(({ signed }) => signed) ? EXIT.clean : EXIT.findings);
}

function rendered(verification: Verification, { format, output }: VerifyOptions, session: Session): string {
  const { colour, columns } = session.stdout;
  const isFile = output !== undefined;
  switch (format) {
    case "json":
      return renderVerificationJson(verification);
    case "markdown":
      return renderVerificationMarkdown(verification);
    case "text":
      return renderVerificationText(verification, {
        paint: paintFor(colour && !isFile),
        columns: isFile ? PAGE_COLUMNS : columns,
      });
  }
}
