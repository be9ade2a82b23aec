import { practice } from "../basis.ts";
import { outletRule } from "../rule.ts";
import { folded, sequencesFrom } from "../sequences.ts";
import { nameOf, spanOf, witnessOf } from "../where.ts";

/** "reply to this email", "answer our message", "email us back", "responda a este correo", "escríbanos". */
const INVITES = [
  /^(?:reply|respond|answer|write|responda|responde|conteste|contesta) (?:back )?(?:to |by |a |al |por )?(?:this |the |our |us |este |esta |nuestro )?(?:email|e mail|mail|message|correo|mensaje)\b/,
  /^(?:email|e mail|write) us\b/,
  /^(?:just|simply|hit) reply\b/,
  /^escribanos\b/,
] as const;

const FIRST = new Set(
  "reply respond answer write email e just simply hit responda responde conteste contesta escribanos".split(
    " ",
  ),
);
const NO_REPLY = /^(?:no|do ?not|dont)[-_.]?reply\b|^noreply|^no[-_.]?responder?\b/i;

export default outletRule(
  {
    code: "E105",
    name: "email-reply-unread",
    summary: "An email that invites an answer which nobody reads",
    why: "A patient who answers an email has done what it asked. If nobody reads the mailbox, a wish for a visit, or a worry, lies there for good.",
    remedy:
      "Write `mailbox_read_by` under `declarations`, with the team that reads answers to `email_from`; or ask for a call or a click instead.",
    basis: practice("workflow practice: every invited reply has an owner"),
    severity: "error",
    waivable: "anyone",
    examples: {
      good: [
        {
          title: "A team reads the mailbox",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        You can also reply to this email or call {{ clinic.phone }}.\n \n         {{ bring }}\n=\nrecare.yaml:\n   retention: 10 years\n+  mailbox_read_by: north_scheduling",
        },
      ],
      bad: [
        {
          title: "Nobody has said who reads it",
          edit: "-        You can also call us at {{ clinic.phone }}.\n+        You can also reply to this email or call {{ clinic.phone }}.\n \n         {{ bring }}",
          marks: ["reply to this email"],
        },
        {
          title: "A mailbox that no team reads",
          edit: "recare.yaml:\n   retention: 10 years\n+  mailbox_read_by: front_office",
          marks: ["front_office"],
        },
      ],
    },
  },
  function* (facts, { declarations }, { workspace: { organization, library } }) {
    const { outlet } = facts;
    if (outlet.part !== "email.body") return;
    const readBy = declarations.mailboxReadBy;
    if (readBy && !library.teams.has(readBy.value)) {
      yield {
        at: readBy.at,
        message: `the mailbox is read by ${readBy.value}, and no team is called so`,
        remedy: "Write a team of library/teams.yaml.",
      };
    }
    const mailbox = organization.emailFrom?.value ?? "";
    const refuses = NO_REPLY.test(mailbox);
    if (readBy && !refuses) return;
    for (const words of sequencesFrom(facts.lattice, ({ text }) => FIRST.has(folded(text)), 6)) {
      const said = words.map(({ text }) => folded(text)).join(" ");
      const invited = INVITES.map((pattern) => pattern.exec(said)?.[0]).find((match) => match !== undefined);
      if (invited === undefined) continue;
      const part = words.slice(0, invited.split(" ").length);
      const witness = witnessOf(part, facts);
      yield {
        at: spanOf(part, outlet.at),
        message: refuses
          ? `${nameOf(facts)} says "${invited}", and it comes from ${mailbox}`
          : `${nameOf(facts)} says "${invited}", and nobody has stated who reads the answers`,
        ...(witness && { witness }),
      };
    }
  },
);
