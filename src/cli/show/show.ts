import type { Database, SqlRow } from "../../database/index.ts";
import { Problem } from "../../host/index.ts";
import { visible } from "../../report/index.ts";
import {
  type History,
  historyOf,
  instantOf,
  type PastTouch,
  parkedTouches,
  settleByHand,
} from "../../run/index.ts";
import { withLedger } from "../ledger/open-ledger.ts";
import type { Session } from "../session.ts";

export interface ShowOptions {
  readonly ledger: string;
  readonly parked?: boolean;
  readonly left?: string;
  readonly notLeft?: string;
  readonly json?: boolean;
}

/**
 * `recare show`: the history of one patient, or messages in doubt.
 *
 * @throws Problem where nobody is named, and where the ledger knows nothing of whom is named
 */
export async function show(
  patient: string | undefined,
  options: ShowOptions,
  session: Session,
): Promise<void> {
  await withLedger(options.ledger, session, async (db) => {
    const settled = options.left ?? options.notLeft;
    if (settled !== undefined) return settle(db, settled, options.left !== undefined, session);
    if (options.parked) {
      const touches = await parkedTouches(db);
      session.print(options.json ? `${JSON.stringify(touches)}\n` : parkedText(touches));
      return;
    }
    if (patient === undefined)
      throw new Problem("Nobody is named.", "Write recare show P0017, or recare show --parked.");
    const history = await historyOf(db, patient);
    if (Object.values(history).every((list) => list.length === 0))
      throw new Problem(
        `The ledger ${options.ledger} knows nothing of ${patient}.`,
        "Check the id. recare run --explain says what would be done.",
      );
    session.print(
      options.json ? `${JSON.stringify({ patient, ...history })}\n` : historyText(patient, history),
    );
  });
}

async function settle(db: Database, touch: string, left: boolean, session: Session): Promise<void> {
  if (!(await settleByHand(db, touch, left, instantOf(session.now))))
    throw new Problem(`No message ${touch} is in doubt.`, "recare show --parked lists those that are.");
  session.print(`Noted: ${left ? "it left" : "it did not leave"}. The sequence goes on after it.\n`);
}

function parkedText(touches: readonly PastTouch[]): string {
  if (touches.length === 0) return "Nothing is in doubt.\n";
  const lines = touches.map(
    ({ touch, campaign, step, channel, claimedAt, why }) =>
      `${claimedAt}  ${campaign} ${step} (${channel})\n  ${visible(why ?? "in doubt")}\n  ${touch}\n`,
  );
  return `${lines.join("")}Find out with your provider whether each left, then: recare show --left <touch>, or --not-left <touch>.\n`;
}

function historyText(patient: string, { touches, enrolments, events, tasks }: History): string {
  const parts = [
    ...enrolments.map(
      (row): Moment => ({
        at: String(row.entered_at),
        text: `enters ${row.campaign}${row.segment === null ? "" : `, segment ${row.segment}`}${row.arm === "a" ? "" : `, arm ${row.arm}`}`,
      }),
    ),
    ...enrolments.flatMap((row): Moment[] =>
      row.ended_at === null
        ? []
        : [{ at: String(row.ended_at), text: `leaves ${row.campaign}: ${row.ended_why}` }],
    ),
    ...touches.map(touchMoment),
    ...events.map((row): Moment => ({ at: String(row.at), text: eventText(row) })),
    ...tasks.map(
      (row): Moment => ({
        at: String(row.opened_at),
        text: `task for ${row.team}${row.due_at === null ? "" : `, due ${row.due_at}`}${row.closed_at === null ? "" : `, closed ${row.closed_at}`}: ${row.what}`,
      }),
    ),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return `${visible(patient)} (times in UTC)\n\n${parts.map(({ at, text }) => `${at}  ${text}\n`).join("")}`;
}

interface Moment {
  readonly at: string;
  readonly text: string;
}

function eventText(row: SqlRow): string {
  const about = row.campaign === null ? "" : ` to ${row.campaign}`;
  return `${String(row.kind).replaceAll("_", " ")}${about}${row.reason === null ? "" : `: ${String(row.reason).replaceAll("_", " ")}`}`;
}

function touchMoment(touch: PastTouch): Moment {
  const { campaign, step, channel, recipient, address, state, why, claimedAt, reference, planDigest, words } =
    touch;
  const who = recipient === "patient" ? "" : ` to ${recipient}`;
  if (words === null || state === "skipped")
    return {
      at: claimedAt,
      text: visible(`${campaign} ${step} (${channel})${who} left out: ${(why ?? "").replaceAll("_", " ")}`),
    };
  const facts = [
    ...(address === null ? [] : [`to ${address}`]),
    ...(reference === null ? [] : [`reference ${reference}`]),
    `plan ${planDigest.slice(0, 19)}…`,
  ];
  const text = textOf(words)
    .split("\n")
    .map((line) => `    │ ${visible(line)}`.trimEnd())
    .join("\n");
  const doubt = state === "sent" ? "sent" : `${state}: ${visible(why ?? "")}`;
  return {
    at: claimedAt,
    text: `${campaign} ${step} (${channel})${who} ${doubt}\n    ${facts.map(visible).join(", ")}\n${text}`,
  };
}

/** What the person read: the parts of the message, each after the other. */
function textOf(words: string): string {
  const message = JSON.parse(words) as {
    readonly subject?: string;
    readonly title?: string;
    readonly text?: string;
    readonly script?: readonly { readonly text: string }[];
  };
  const script = message.script?.map(({ text }) => text) ?? [];
  return [message.subject ?? message.title, message.text, ...script]
    .filter((part) => part !== undefined)
    .join("\n\n")
    .trimEnd();
}
