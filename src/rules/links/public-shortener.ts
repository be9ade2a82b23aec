import { isPublicShortener } from "../../lexicon/index.ts";
import { carrier } from "../basis.ts";
import { outletRule } from "../rule.ts";

export default outletRule(
  {
    code: "X108",
    name: "public-shortener",
    summary: "A link through a public shortener",
    why: "Carriers block texts with public shorteners, since they hide where a link leads. They also tell the shortener's owner who followed it.",
    remedy: "Use a short address on your own domain.",
    basis: carrier(
      "T-Mobile Code of Conduct",
      "CTIA Messaging Principles and Best Practices 2023, section 5.3.2",
    ),
    severity: "error",
    pack: "carriers",
    waivable: "never",
    examples: {
      good: [
        {
          title: "The organization's own short address",
          edit: "library/actions.yaml:\n-    short_link: maple.example/c\n+    short_link: maple.example/k",
        },
      ],
      bad: [
        {
          title: "A public shortener",
          edit: "library/actions.yaml:\n-    short_link: maple.example/r\n+    short_link: bit.ly/3xYz",
          marks: ["bit.ly/3xYz"],
        },
      ],
    },
  },
  function* ({ links }) {
    for (const { url, host, at } of links) {
      if (isPublicShortener(host)) yield { at, message: `${url} goes through the public shortener ${host}` };
    }
  },
);
