import type { ApprovalState, PacketModel } from "../model.ts";
import { idName, subjectInWords } from "../words.ts";
import { html, type Markup } from "./markup.ts";
import { type Section, table } from "./section.ts";
import { stateBadge } from "./state.ts";

export function approvals(model: PacketModel): Section {
  const { build } = model;
  return {
    id: "approvals",
    title: "Approvals and digests",
    line:
      build === null
        ? "There is no plan, so there is nothing to sign."
        : "A signature covers the digest of one concern of the compiled plan, never its source: moving a line of YAML voids none.",
    body: build === null ? null : html`${signoffs(model)}${commands(model)}${digests(model)}`,
  };
}

function signoffs({ approvals: all }: PacketModel): Markup {
  return table(
    "Every sign-off that this plan needs",
    [{ head: "Concern" }, { head: "Role", as: "word" }, { head: "State" }, { head: "Signed" }],
    all.map((approval) => [
      subjectInWords(approval),
      idName(approval.role),
      html`${stateBadge(approval.state)}${approval.why !== null && html`<p class="why">${approval.why}</p>`}`,
      signed(approval),
    ]),
  );
}

/** What 21 CFR 11.50 asks of a signature in a form that people read: printed name, date, and meaning. */
function signed({ signed: by }: ApprovalState): Markup | string {
  if (by === null) return "–";
  return html`<b>${by.name}</b> (${by.signer}) ${by.meaning} this on <time>${by.on}</time>${by.expires !== null && html`, until <time>${by.expires}</time>`}${by.key !== null && html`<br><code>${by.key}</code>`}`;
}

function commands({ subjects, identity }: PacketModel): Markup {
  const lines = subjects.flatMap(({ concern, language, roles }) =>
    roles.map(
      (role) =>
        `recare approve ${identity.campaign} --concern ${concern}${language === null ? "" : ` --language ${language}`} --role ${role}`,
    ),
  );
  return html`<h3>To approve</h3>
<p class="lead">Run the line of your role in a terminal, in the workspace that this packet was made of. It shows what you sign before you do. Whoever does not use a terminal signs in <code>recare preview</code>.</p>
<pre class="commands" role="region" aria-label="Commands" tabindex="0">${lines.join("\n")}</pre>`;
}

function digests({ build, subjects, since }: PacketModel): Markup {
  return table(
    "SHA-256 digests",
    [{ head: "What" }, { head: "Digest", as: "code" }],
    [
      ["The whole plan", build?.plan ?? "none"],
      ...(since?.plan == null ? [] : [[`The whole plan in ${since.base}`, since.plan]]),
      ...subjects.map((subject) => [subjectInWords(subject), subject.digest]),
    ],
  );
}
