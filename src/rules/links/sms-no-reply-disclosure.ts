import { type Says, witnessWithout } from "../../template/index.ts";
import { lawFromMemory } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { nameOf } from "../where.ts";

/** That nobody reads answers, in English and Spanish. */
const SAID =
  /\b(?:replies|responses|answers) (?:are|is) not (?:read|monitored|received)\b|\b(?:do not|don't|cannot|can't) (?:reply|answer)\b|\bno (?:replies|reply)\b|\bno se leen\b|\bno (?:responda|conteste)\b/i;

const saysSo: Says = (piece) => piece.kind === "lit" && SAID.test(piece.text);

export default outletRule(
  {
    code: "X115",
    name: "sms-no-reply-disclosure",
    summary: "A text that nobody reads the answers to, and does not say so",
    why: "People answer a text: to ask, to say no, to stop. Where the number cannot take answers, each text must say so and name another way to opt out, or a “stop” is lost.",
    remedy:
      "Say in the text that replies are not read, with a number or page where one can opt out; or send from a number whose replies are read.",
    basis: lawFromMemory("47 CFR 64.1200(a)(10)"),
    severity: "error",
    pack: "us-federal",
    waivable: "compliance",
    examples: {
      good: [
        {
          title: "Replies are read",
          edit: "recare.yaml:\n   sms_stop:\n+  sms_replies: read",
        },
      ],
      bad: [
        {
          title: "A number that cannot take answers",
          edit: "recare.yaml:\n   sms_stop:\n+  sms_replies: not-read",
          marks: [
            "|\n        {{ sender }}: {{ greeting }} {{ message.purpose }} Pick a new time:\n        {{ link.book_online }} or call {{ clinic.phone }}.",
            "|\n        {{ sender }}: {{ greeting }} {{ message.purpose }} Otra hora:\n        {{ link.book_online }} o llame al {{ clinic.phone }}.",
          ],
        },
      ],
    },
  },
  function* (facts, _campaign, { workspace: { organization } }) {
    const { outlet, skeleton } = facts;
    if (outlet.part !== "sms.body" || organization.smsReplies?.value !== "not-read") return;
    const silent = witnessWithout(skeleton, saysSo);
    if (silent === undefined) return;
    yield {
      at: outlet.at,
      message: `${nameOf(facts)} does not say that replies are not read`,
      related: [{ at: organization.smsReplies.at, message: "said here" }],
      ...(silent.when !== "" && { witness: silent }),
    };
  },
);
