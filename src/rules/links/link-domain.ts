import type { LinkUse } from "../../analysis/index.ts";
import { isPublicShortener } from "../../lexicon/index.ts";
import { choices } from "../../source/index.ts";
import { carrier } from "../basis.ts";
import { outletRule } from "../rule.ts";

export default outletRule(
  {
    code: "X106",
    name: "link-domain",
    summary: "A link that leads outside your own domains",
    why: "Patients are told to trust only your address. A link elsewhere looks like phishing, is filtered by carriers, and tells a stranger's server who was written to.",
    remedy: "Link to a page on one of your `link_domains`, through {{ link.<action> }}.",
    basis: carrier("CTIA Messaging Principles and Best Practices 2023, section 5.3.2"),
    severity: "error",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "A page on the organization's domain",
          edit: "library/actions.yaml:\n-    short_link: maple.example/r\n+    short_link: maple.example/new-time",
        },
      ],
      bad: [
        {
          title: "A link elsewhere",
          edit: "library/actions.yaml:\n-    short_link: maple.example/r\n+    short_link: bookings.example/r",
          marks: ["bookings.example/r"],
        },
      ],
    },
  },
  function* ({ links }, _campaign, { workspace: { organization } }) {
    const own = organization.linkDomains.map(({ value }) => value.toLowerCase());
    for (const link of links) {
      if (isOwn(link, own) || isPublicShortener(link.host)) continue;
      yield {
        at: link.at,
        message: reasonAgainst(link, own),
        related: [
          { at: organization.linkDomains[0]?.at ?? organization.at, message: "`link_domains` is here" },
        ],
      };
    }
  },
);

function isOwn({ host, url }: Pick<LinkUse, "host" | "url">, own: readonly string[]): boolean {
  return !isPlain(url) && own.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function isPlain(url: string): boolean {
  return /^http:/i.test(url);
}

function reasonAgainst({ host, url }: LinkUse, own: readonly string[]): string {
  if (host === "") return `what follows "${url.slice(0, 60)}" decides where this link leads`;
  if (isPlain(url) && isOwn({ host, url: host }, own))
    return `the link to ${host} begins with http, not https`;
  return `${host.slice(0, 60)} is not one of your link domains (${choices(own) || "none is declared"})`;
}
