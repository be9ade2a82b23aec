import { html, Markup } from "./markup.ts";
import { STYLE } from "./style/index.ts";

/** Nothing may be loaded, sent or run, whatever the page holds; images only where they are written in the page itself. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

export interface Page {
  readonly title: string;
  readonly header: Markup;
  readonly nav: Markup | null;
  readonly main: Markup;
  readonly footer: Markup;
}

/** The frame that every page shares: policy, style, landmarks and a link to skip to the content. */
export function page({ title, header, nav, main, footer }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">${header}</header>
<div class="columns${nav === null && " single"}">
${nav}
<main id="main" tabindex="-1">${main}
</main>
</div>
<footer>${footer}</footer>
</body>
</html>
`.toString();
}
