import type { Campaign } from "../../model/index.ts";
import type { Checklist, PacketClaim } from "../model.ts";

/** What each role answers for; only questions that this campaign raises. */
export function checklistsOf(campaign: Campaign, claims: readonly PacketClaim[]): readonly Checklist[] {
  const { steps, languages, chosenBy, test, urgent, holdout } = campaign;
  const uses = (channel: string) => steps.some((step) => step.channel === channel);
  const ask = (question: string, when = true) => (when ? [question] : []);
  return [
    {
      role: "clinical",
      asks: [
        ...ask("Every wording is medically accurate, for everybody who receives it."),
        ...ask("No wording alarms, blames, shames or promises a result."),
        ...ask("Each claim says no more than its evidence shows.", claims.length > 0),
        ...ask(
          "The text is just as true for somebody who was not chosen by a clinical field.",
          chosenBy.length > 0,
        ),
        ...ask(
          "The urgent route reaches a clinician at any hour at which a message may be read.",
          urgent !== undefined,
        ),
        ...ask("The caller hands every clinical question to a clinician and answers none.", uses("phone")),
        ...ask("Nobody is harmed by receiving nothing, for comparison.", holdout !== undefined),
      ],
    },
    {
      role: "compliance",
      asks: [
        ...ask("The consent basis fits each channel, and the wording that people saw covers these messages."),
        ...ask("Everybody who should be left out is left out."),
        ...ask("The days, hours and limits are right for the people who are reached."),
        ...ask("Every text message says who writes and how to stop.", uses("sms")),
        ...ask("Every email has the postal address and a working way out.", uses("email")),
        ...ask("Each claim is approved by the right person and still valid.", claims.length > 0),
        ...ask("Both arms of the test are acceptable to everybody who may see them.", test !== undefined),
      ],
    },
    {
      role: "privacy",
      asks: [
        ...ask("Every field that is read is needed."),
        ...ask(
          "A stranger who sees the screen, the envelope or hears the voicemail learns nothing about health.",
        ),
        ...ask("Getting this message at all tells a bystander nothing about health.", chosenBy.length > 0),
        ...ask("The caller says nothing about the visit before identity is verified.", uses("phone")),
        ...ask(
          "A caregiver is told only what the permission covers.",
          steps.some((step) => step.to === "caregiver"),
        ),
        ...ask(
          "The pages behind the links show no more than the messages do.",
          steps.some((step) => step.channel !== "phone"),
        ),
      ],
    },
    {
      role: "operations",
      asks: [
        ...ask("Each team can answer within the time that is stated, at the pace at which people enter."),
        ...ask("Phone lines, links and hours were tried and are right."),
        ...ask("Callers were trained on this script.", uses("phone")),
        ...ask("Somebody who speaks each language answers in it.", languages.length > 1),
      ],
    },
  ];
}
