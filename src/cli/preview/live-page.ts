import { randomBytes } from "node:crypto";
import { PAGE_POLICY } from "../../packet/index.ts";

/** A page as it is served: it may run the one script that reloads it, and nothing else. */
export interface LivePage {
  readonly html: string;
  /** For the header `Content-Security-Policy`. */
  readonly policy: string;
}

const POLICY_META = /<meta http-equiv="Content-Security-Policy" content="[^"]*">\n/;
const END = "</body>\n</html>\n";

/**
 * A page of the packet room with the scripts of the preview. The page's own policy forbids every script; it is moved
 * into the header and widened by these, named by a number that is used once, so that no text in the page can run.
 *
 * @param root path of the preview, with its token
 * @param campaign whose sign-offs the page offers; nothing on other pages
 */
export function livePage(html: string, root: string, version: string, campaign?: string): LivePage {
  // The page writes its policy before any text of a campaign, and its end after all of them.
  if (!POLICY_META.test(html) || !html.endsWith(END)) throw new Error("a page has no policy, or another end");
  const nonce = randomBytes(16).toString("base64url");
  const script = (name: string, data: string) =>
    `<script src="${root}${name}" nonce="${nonce}" data-preview ${data} defer></script>\n`;
  const scripts = [
    script("preview.js", `data-version="${version}"`),
    ...(campaign === undefined ? [] : [script("sign.js", `data-campaign="${campaign}"`)]),
  ];
  return {
    html: html.replace(POLICY_META, "").slice(0, -END.length) + scripts.join("") + END,
    policy: `${PAGE_POLICY}; script-src 'nonce-${nonce}'; connect-src 'self'; frame-ancestors 'none'`,
  };
}
