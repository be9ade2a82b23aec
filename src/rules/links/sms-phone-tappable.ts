import { witnessWithout } from "../../template/index.ts";
import { carrier } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { aNumber } from "../says.ts";
import { nameOf } from "../where.ts";

/** Seven digits without an area code: "555-0142". */
const LOCAL = /(?<![\d-])(?<!\d[ .)]{1,2})\d{3}[-. ]\d{4}(?![\d-])/g;

export default outletRule(
  {
    code: "X110",
    name: "sms-phone-tappable",
    summary: "A text message without a number that can be tapped",
    why: "Not everybody can or will follow a link. A number with its area code is one tap away from a person, wherever the patient is.",
    remedy: "Write {{ clinic.phone }}, which is the patient's own clinic.",
    basis: carrier("CTIA Messaging Principles and Best Practices 2023, section 5.3.3"),
    severity: "warning",
    pack: "carriers",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "The number first",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        call {{ clinic.phone }} or {{ link.book_online }}.",
        },
      ],
      bad: [
        {
          title: "A link and no number",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.book_online }}.",
          marks: [
            "|\n        {{ sender }}: {{ greeting }} {{ message.purpose }} Pick a new time:\n        {{ link.book_online }}.",
          ],
        },
        {
          title: "A number that only works next door",
          edit: "-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.book_online }} or call 555-0142.",
          marks: ["555-0142"],
        },
      ],
    },
  },
  function* (facts, _campaign, { workspace: { library } }) {
    const { outlet, skeleton, literals } = facts;
    if (outlet.part !== "sms.body") return;
    let isLocal = false;
    for (const { text, at } of literals) {
      for (const { 0: number, index } of text.matchAll(LOCAL)) {
        isLocal = true;
        const exact = at.end - at.start === text.length;
        const start = at.start + index;
        yield {
          at: exact ? { file: at.file, start, end: start + number.length } : at,
          message: `${number} has no area code, so it cannot be dialled from everywhere`,
        };
      }
    }
    const mute = isLocal ? undefined : witnessWithout(skeleton, aNumber(library));
    if (mute === undefined) return;
    yield {
      at: outlet.at,
      message: `${nameOf(facts)} gives no telephone number${mute.when === "" ? "" : ` ${mute.when}`}`,
      ...(mute.when !== "" && { witness: mute }),
    };
  },
);
