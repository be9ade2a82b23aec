import { launchTally } from "../evidence-words.ts";
import type { LaunchEvidence, LaunchLine, PacketModel } from "../model.ts";
import type { Markup } from "./markup.ts";
import { badge, type Section, table } from "./section.ts";

/** What must be so before the campaign starts, and what shows that it is. */
export function launch({ launch: lines }: PacketModel): Section {
  return {
    id: "launch",
    title: "Before it starts",
    line: launchTally(lines),
    body: table(
      "What must be so, and what shows it",
      [{ head: "What" }, { head: "Shown by", as: "word" }, { head: "Which" }],
      lines.map(({ what, evidence, detail }: LaunchLine) => [what, evidenceBadge(evidence), detail]),
    ),
  };
}

const TONES: Readonly<Record<LaunchEvidence, Parameters<typeof badge>[0]>> = {
  measured: "good",
  signed: "good",
  stated: "quiet",
  missing: "warn",
  "not known": "warn",
};

function evidenceBadge(evidence: LaunchEvidence): Markup {
  return badge(TONES[evidence], evidence);
}
