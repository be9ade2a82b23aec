import { addressesOf, hostOf } from "../../analysis/index.ts";
import type { Span } from "../../source/index.ts";
import { carrier } from "../basis.ts";
import { flatText } from "../flat-text.ts";
import { outletRule } from "../rule.ts";

/** A link as Markdown writes it: `[its words](where it leads)`. */
const LINK = /\[([^[\]]{1,300})\]\(\s{0,9}([^()\s]{1,500})[^()]{0,200}\)/g;

export default outletRule(
  {
    code: "X112",
    name: "link-text-elsewhere",
    summary: "A link whose words name another place than it leads to",
    why: "Words that show one address over a link to another are how phishing looks. Patients who were taught to read the address are right to delete the message.",
    remedy: "Let the words say what one does there, such as “Pick a new time”, or show the address itself.",
    basis: carrier("CTIA Messaging Principles and Best Practices 2023, section 5.3.2"),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "Words that say what one does there",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        [Pick a new time](https://maple.example/reschedule) or call {{ clinic.phone }}.\n \n         {{ bring }}",
        },
        {
          title: "The address itself",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        [maple.example/reschedule](https://maple.example/reschedule) or call {{ clinic.phone }}.\n \n         {{ bring }}",
        },
      ],
      bad: [
        {
          title: "One address shown, another followed",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        [oak.example](https://maple.example/reschedule) or call {{ clinic.phone }}.\n \n         {{ bring }}",
          marks: ["[oak.example](https://maple.example/reschedule)"],
        },
        {
          title: "One number shown, another dialled",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        [217-555-0142](tel:+12175550199) or {{ clinic.phone }}.\n \n         {{ bring }}",
          marks: ["[217-555-0142](tel:+12175550199)"],
        },
      ],
    },
  },
  function* ({ outlet }, _campaign, { workspace: { organization } }) {
    const { text, spanOf } = flatText(outlet.template, outlet.at);
    if (!text.includes("](")) return;
    const isOwn = (host: string): boolean =>
      organization.linkDomains.some(({ value }) => host === value || host.endsWith(`.${value}`));
    for (const { 0: whole, 1: words = "", 2: target = "", index } of text.matchAll(LINK)) {
      const at = spanOf(index, index + whole.length);
      const named = nameOfTarget(words, target, at);
      if (named === undefined || (isOwn(named.host) && isOwn(hostOf(target)))) continue;
      yield { at, message: `the words of a link name ${named.host}, and it leads to ${target}` };
    }
  },
);

/** The host or number that the words of a link show, where it is not the one that the link has. */
function nameOfTarget(words: string, target: string, at: Span): { readonly host: string } | undefined {
  if (/^tel:/i.test(target)) {
    const shown = digitsOf(words);
    return shown.length >= 7 && !digitsOf(target).endsWith(shown.slice(-10)) ? { host: shown } : undefined;
  }
  if (/^mailto:/i.test(target)) return undefined;
  return addressesOf(words, at).find(({ host }) => host !== "" && host !== hostOf(target));
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
