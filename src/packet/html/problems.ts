import type { PacketFinding } from "../model.ts";
import { count } from "../words.ts";
import { html, type Markup } from "./markup.ts";
import { page } from "./page.ts";
import { badge } from "./section.ts";

/** A finding with the lines of the file around it, as text. */
export interface FramedFinding
  extends Pick<PacketFinding, "severity" | "code" | "rule" | "message" | "remedy" | "at"> {
  readonly frame: string | null;
}

export interface ProblemsPage {
  readonly title: string;
  readonly says: string;
  readonly findings: readonly FramedFinding[];
  readonly links: readonly { readonly to: string; readonly says: string }[];
}

/** In the place of a packet that cannot be: what is wrong, where, and what to write instead. */
export function problemsHtml({ title, says, findings, links }: ProblemsPage): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const verdict = errors === 0 ? "Nothing to show" : count(errors, "error");
  return page({
    title: `${verdict}: ${title}`,
    header: html`<p class="eyebrow">${badge("bad", verdict)}</p><h1>${title}</h1><p class="lead">${says}</p>${links.length > 0 && html`<p class="links">${links.map(({ to, says: words }) => html`<a href="${to}">${words}</a> `)}</p>`}`,
    nav: null,
    main: problems(findings, "h2"),
    footer: html`<p>${count(findings.length, "finding")}.</p>`,
  });
}

const TONES = { error: "bad", warning: "warn", info: "quiet" } as const;

/** The findings one under the other, errors first. */
export function problems(findings: readonly FramedFinding[], level: "h2" | "h3"): Markup {
  const order = { error: 0, warning: 1, info: 2 } as const;
  return html`${findings
    .toSorted((a, b) => order[a.severity] - order[b.severity])
    .map(({ severity, code, rule, message, remedy, at, frame }) => {
      const title = html`${badge(TONES[severity], severity)} ${message}`;
      return html`
<article class="problem">
${level === "h2" ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
<p class="where"><code>${at.file}:${at.line}:${at.column}</code> <span>${code} ${rule}</span></p>
${frame !== null && html`<pre class="code-frame" role="region" aria-label="${at.file}, line ${at.line}" tabindex="0">${frame}</pre>`}
<p><b>Instead:</b> ${remedy}</p>
</article>`;
    })}`;
}
