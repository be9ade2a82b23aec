import type { PacketLink, PacketModel, PacketOutlet, PacketStep, PacketWording } from "../model.ts";
import { isTested, languagesOf, partOf } from "../outlets.ts";
import { plain } from "../words.ts";
import { initials, inLanguage, sentWhen } from "./frame.ts";
import { markdownOf } from "./mail.ts";
import { MAIL_STYLE } from "./mail-style.ts";
import { html, type Markup, NOTHING } from "./markup.ts";
import { table } from "./section.ts";
import { langOf, runsOf } from "./text.ts";

/** An email as it lies in the inbox, and opened: once for each language and wording of the body. */
export function emailStep(model: PacketModel, step: PacketStep): Markup {
  return html`${languagesOf(step).map((language) => {
    const bodies = partOf(step, "email.body", language);
    const opened = bodies.flatMap((outlet) => outlet.wordings.shown.map((wording) => ({ wording, outlet })));
    const body = html`
${inbox(model, step, language)}
${opened.map(({ wording, outlet }, i) => (i === 0 ? mail(wording, outlet) : folded(wording, outlet)))}
${linksOf(bodies.flatMap((outlet) => outlet.links))}`;
    return inLanguage(step, language, body, bodies);
  })}`;
}

/** What is seen before the email is opened: one row for each subject. */
function inbox({ identity }: PacketModel, step: PacketStep, language: string): Markup {
  const subjects = partOf(step, "email.subject", language);
  const [sender] = partOf(step, "email.sender", language);
  const [preheader] = partOf(step, "email.preheader", language);
  const from = sender?.wordings.shown[0]?.runs;
  const tested = isTested(subjects);
  return html`<div class="inbox">
${subjects.flatMap((outlet) =>
  outlet.wordings.shown.map(
    (
      subject,
    ) => html`<div class="row"><span class="avatar" aria-hidden="true">${initials(identity.sender)}</span><dl>
<div><dt class="sr" lang="en">Sender</dt><dd class="sender">${from === undefined ? identity.sender : runsOf(from)}${identity.emailFrom !== null && html` <span class="address">${identity.emailFrom}</span>`}</dd></div>
<div><dt class="sr" lang="en">Subject</dt><dd class="subject">${tested && html`<span class="arm" lang="en">${outlet.arm.toUpperCase()}</span> `}${runsOf(subject.runs)}</dd></div>
${preheader?.wordings.shown.map((words) => html`<div><dt class="sr" lang="en">Preheader</dt><dd class="preheader">${runsOf(words.runs)}</dd></div>`)}
</dl>${subject.when !== "" && html`<p class="when" lang="en"><b>When</b> ${subject.when}</p>`}</div>
`,
  ),
)}</div>`;
}

function folded(wording: PacketWording, outlet: PacketOutlet): Markup {
  return html`<details class="wording"><summary lang="en">Another wording, sent when ${wording.when}</summary>${mail(wording, outlet)}</details>`;
}

function mail(wording: PacketWording, outlet: PacketOutlet): Markup {
  const { wide, narrow } = heights(plain(wording.runs));
  return html`
<figure class="mail">
<figcaption lang="en">${sentWhen(wording)}</figcaption>
<iframe sandbox="" title="Email body" loading="eager" style="--wide:${wide}rem;--narrow:${narrow}rem" srcdoc="${mailDocument(wording, outlet.language)}"></iframe>
<details class="twin"><summary lang="en">Plain text of this email</summary><pre>${runsOf(wording.runs)}</pre></details>
</figure>`;
}

/**
 * The body as a document of its own. `sandbox` forbids scripts, forms and navigation; its own policy forbids loading
 * anything at all, so that either of the two holds by itself.
 */
function mailDocument(wording: PacketWording, language: string): string {
  return html`<!doctype html><html${langOf(language)}><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Email body</title><style>${MAIL_STYLE}</style></head><body>${markdownOf(wording.runs)}</body></html>`.toString();
}

/** Without a script a frame cannot fit its content: the height is reckoned from the lines that a text fills. */
function heights(text: string): { readonly wide: number; readonly narrow: number } {
  const lines = text.split("\n");
  const rem = (columns: number) => {
    const filled = lines.reduce(
      (sum, line) => sum + Math.max(0.6, Math.ceil(line.length / columns) * 1.6),
      0,
    );
    return Math.min(60, Math.ceil(filled + 6));
  };
  return { wide: rem(66), narrow: rem(32) };
}

function linksOf(links: readonly PacketLink[]): Markup {
  if (links.length === 0) return NOTHING;
  const seen = [...new Map(links.map((link) => [link.url, link])).values()];
  return html`<div lang="en">${table(
    "Links in this email",
    [{ head: "Target", as: "code" }, { head: "Host", as: "code" }, { head: "Action" }],
    seen.map((link) => [link.url, link.host, link.action ?? "typed, or added by the compiler"]),
  )}</div>`;
}
