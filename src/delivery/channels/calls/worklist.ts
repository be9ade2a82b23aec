import type { CallMessage } from "../../message.ts";

/** Columns of a call worklist, in order, and how wide a spreadsheet shows them. */
export const COLUMNS = [
  ["Name", 24],
  ["Phone", 16],
  ["Language", 10],
  ["Say first", 60],
  ["If somebody else answers", 40],
  ["Voicemail", 40],
  ["Verify", 24],
  ["After verifying", 60],
  ["If they say", 60],
  ["Medical question", 40],
  ["Ask", 24],
  ["Write down", 24],
  ["Code to say", 12],
  ["Campaign", 18],
  ["Step", 12],
  ["Outcome", 20],
  ["Reason", 18],
  ["Code heard", 12],
  ["Notes", 40],
  ["Touch", 14],
] as const;

/** A call as a row of the worklist; the last columns are for staff. */
export function rowOf(call: CallMessage): readonly string[] {
  const said = (part: string) =>
    call.script
      .filter((line) => line.part === part)
      .map(({ name, text }) => (name === null ? text : `${inWords(name)}: ${text}`))
      .join("\n");
  const list = (words: readonly string[]) => words.map(inWords).join(", ");
  return [
    call.name,
    shownPhone(call.to),
    call.language,
    said("phone.opening"),
    said("phone.third_party"),
    said("phone.voicemail"),
    list(call.verify),
    said("phone.verified"),
    said("phone.objection"),
    said("phone.clinical_question"),
    list(call.ask),
    list(call.record),
    call.code,
    call.campaign,
    call.step,
    "",
    "",
    "",
    "",
    call.touch,
  ];
}

function inWords(name: string): string {
  return name.replaceAll("_", " ");
}

/** "+12175550123" as people dial it: "217-555-0123"; other countries' numbers keep their code. */
function shownPhone(number: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return area === undefined ? number.replace(/^\+/, "00") : `${area}-${exchange}-${line}`;
}
