import type { Message } from "../../message.ts";

/** Where our identifiers belong: a URN, since no server need answer for it (FHIR R4, Identifier.system). */
const TOUCH_SYSTEM = "urn:recare:touch";

/** Codes of v3 ParticipationMode, which CommunicationRequest.medium is bound to as an example. */
const MEDIUM = {
  sms: ["SMSWRIT", "SMS message"],
  email: ["MAILWRIT", "mail"],
  letter: ["MAILWRIT", "mail"],
  portal: ["ELECTRONIC", "electronic data"],
} as const;

/**
 * A message as FHIR R4: a call is a Task for the team, all else a CommunicationRequest with the words as payload.
 * The id is the touch's, so that a server that is told twice has one resource.
 */
export function resourceOf(message: Message): {
  readonly resourceType: string;
  readonly [key: string]: unknown;
} {
  const subject = { reference: `Patient/${message.patient}` };
  const common = {
    id: resourceId(message.touch),
    identifier: [{ system: TOUCH_SYSTEM, value: message.touch }],
    groupIdentifier: { system: "urn:recare:campaign", value: message.campaign },
  };
  if (message.channel === "phone") {
    return {
      resourceType: "Task",
      ...common,
      status: "requested",
      intent: "order",
      code: { text: "Call the patient" },
      description: message.script.map(({ text }) => text).join("\n"),
      for: subject,
      owner: { display: message.team },
      input: [
        { type: { text: "phone" }, valueString: message.to },
        { type: { text: "language" }, valueCode: message.language },
        { type: { text: "code to say" }, valueString: message.code },
      ],
    };
  }
  const [code, display] = MEDIUM[message.channel];
  return {
    resourceType: "CommunicationRequest",
    ...common,
    status: "active",
    medium: [
      {
        coding: [{ system: "http://terminology.hl7.org/CodeSystem/v3-ParticipationMode", code, display }],
      },
    ],
    subject,
    recipient: [
      message.recipient === "patient" ? subject : { reference: `RelatedPerson/${message.recipient}` },
    ],
    payload: wordsOf(message).map((contentString) => ({ contentString })),
  };
}

function wordsOf(message: Exclude<Message, { channel: "phone" }>): readonly string[] {
  switch (message.channel) {
    case "sms":
      return [message.text];
    case "email":
      return [message.subject, message.text];
    case "letter":
      return [message.text];
    case "portal":
      return [message.title, message.text];
  }
}

/** FHIR R4, id: at most 64 letters, digits, hyphens and stops. */
function resourceId(touch: string): string {
  return touch.replace(/^sha256:/, "").slice(0, 64);
}
