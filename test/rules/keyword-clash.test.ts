import { describe, expect, it } from "vitest";
import { BASE, compileTexts } from "../support/base.ts";
import { applyEdit } from "../support/edit.ts";

/** What C107 underlines where the text of the base campaign ends so. */
function clashes(ending: string): string[] {
  const edit = `-        {{ link.book_online }} or call {{ clinic.phone }}.\n+        {{ link.book_online }}. ${ending}`;
  const files = applyEdit(BASE.files, edit);
  return compileTexts(files)
    .findings.filter(({ code }) => code === "C107")
    .map(({ at }) => files.get(at.file)?.slice(at.start, at.end) ?? "");
}

describe("a word that stops all messages, asked for about a visit", () => {
  it.each([
    ["Reply CANCEL to cancel your visit.", ["CANCEL"]],
    ["Text cancel if you cannot keep your appointment.", ["cancel"]],
    ['Reply with "STOP" to drop your booking.', ["STOP"]],
    ["Reply END or C to change your time.", ["END"]],
    ["Respond QUIT to reschedule.", ["QUIT"]],
    [
      '{% if visit.type == "annual-exam" %}Reply CANCEL{% else %}Reply C{% endif %} to cancel it.',
      ["CANCEL"],
    ],
    ["Responda CANCEL para cambiar su cita.", ["CANCEL"]],
  ])("is found: %s", (ending, found) => expect(clashes(ending)).toEqual(found));

  it.each([
    "Reply C to cancel your visit.",
    "To cancel your visit, call {{ clinic.phone }}.",
    "Reply to cancel your visit.",
    "Reply CANCEL to end these texts about your visit.",
    "Reply QUIT to get no more reminders about your visit.",
    "We can cancel your visit for you. Reply YES for a call about it.",
    "Reply CANCEL. Your visit stays as it is.",
  ])("is not found: %s", (ending) => expect(clashes(ending)).toEqual([]));
});
