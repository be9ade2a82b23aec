import { languageName } from "../../source/index.ts";
import { carrier } from "../basis.ts";
import { outletRule } from "../rule.ts";

/** STOP stands in a text in capitals, in every language: it is what the gateway understands. */
const STOP = /\bSTOP\b/g;

export default outletRule(
  {
    code: "X102",
    name: "sms-stop",
    summary: "A text message that does not say how to stop",
    why: "Every text says how to opt out, in words that the gateway understands. Recare adds the line from your settings; this rule checks that the line says STOP, once.",
    remedy: "Write `sms_stop` in recare.yaml with the word STOP, and leave it out of the text itself.",
    basis: carrier(
      "CTIA Messaging Principles and Best Practices 2023, section 5.1.3",
      "47 CFR 64.1200(a)(10)",
    ),
    severity: "error",
    waivable: "never",
    examples: {
      good: [
        {
          title: "Another wording with STOP",
          edit: "recare.yaml:\n-    en: Reply STOP to opt out.\n+    en: Text STOP to end.",
        },
      ],
      bad: [
        {
          title: "A line without the word STOP",
          edit: "recare.yaml:\n-    en: Reply STOP to opt out.\n+    en: Reply to opt out.",
          marks: ["Reply to opt out."],
        },
        {
          title: "The line typed into the text as well",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.book_online }}. Reply STOP to end.",
          marks: ["STOP"],
        },
      ],
    },
  },
  function* ({ outlet, literals, inserts }) {
    if (outlet.part !== "sms.body") return;
    const line = inserts.find(({ what, id }) => what === "added" && id === "stop_line");
    const words = line?.body.map((node) => (node.kind === "text" ? node.text : "")).join("") ?? "";
    if (!/\bSTOP\b/.test(words)) {
      yield {
        at: line?.at ?? outlet.at,
        message: line
          ? `the stop line "${words}" does not contain the word STOP`
          : `there is no stop line in ${languageName(outlet.language)}`,
      };
      return;
    }
    for (const { text, at } of literals) {
      for (const match of text.matchAll(STOP)) {
        const exact = at.end - at.start === text.length;
        yield {
          at: exact ? { file: at.file, start: at.start + match.index, end: at.start + match.index + 4 } : at,
          message: `the text of ${outlet.step} says STOP, and the stop line says it again`,
          remedy: "Delete it here: Recare adds the stop line to every text.",
        };
      }
    }
  },
);
