import { CHANNELS } from "../model/index.ts";
import { optional, type RosterTable, required } from "./table.ts";

/** Where somebody is reached; patients and caregivers have the same. */
const CONTACT = [
  optional("language", "code", "The language that the person reads, as `en` or `es`."),
  optional(
    "phone",
    "text",
    "Phone number, with its country code where it is not of the organisation's country.",
  ),
  optional(
    "phone_confirmed_on",
    "date",
    "The day on which somebody last confirmed the number with its owner.",
  ),
  optional("email", "text", "Email address."),
  optional("email_confirmed_on", "date", "The day on which somebody last confirmed the email address."),
  optional("email_bounced", "yes-no", "The last mail to the address came back."),
  optional("address_line_1", "text", "Street and number, or post office box."),
  optional("address_line_2", "text", "Apartment, suite, care of."),
  optional("city", "text", "City or town."),
  optional("state", "code", "State or territory, two letters, as `IL`."),
  optional("postal_code", "code", "ZIP code, five digits or nine."),
  optional("address_confirmed_on", "date", "The day on which somebody last confirmed the postal address."),
  optional("address_returned", "yes-no", "The last letter to the address came back."),
  optional(
    "time_zone",
    "code",
    "IANA time zone of the home, as `America/Chicago`; else the clinic's counts.",
  ),
];

export const PATIENTS: RosterTable = {
  name: "patients",
  about: "Everybody whom a campaign may be about, one row a person.",
  key: "patient_id",
  anchor: "patient",
  root: "patient",
  columns: [
    required(
      "patient_id",
      "code",
      "The record's own number. It never changes and is never given to another person.",
    ),
    optional(
      "clinic_id",
      "code",
      "The clinic that the person belongs to: an id of `library/locations.yaml`.",
    ),
    optional("status", "code", "Whether the record is in use; a merged record is written to no more.", {
      values: ["active", "inactive", "merged"],
    }),
    optional("created_at", "instant", "When the record was made."),
    optional("first_name", "text", "Given name, as the person wants to be called."),
    optional("middle_name", "text", "Middle name or initial."),
    optional("last_name", "text", "Family name."),
    optional(
      "birth_date",
      "date",
      "Date of birth. People under 18, and people without one, are not written to.",
    ),
    optional("deceased", "yes-no", "The person has died."),
    optional("moved_care", "yes-no", "The person is now seen somewhere else."),
    ...CONTACT,
    optional("portal_id", "text", "The person's account in the portal; without one nothing is sent there."),
    optional(
      "confidential_channel",
      "code",
      "The only channel that the person agreed to be reached on; all others are closed (45 CFR 164.522(b)).",
      { values: [...CHANNELS] },
    ),
    optional(
      "confidential_address",
      "text",
      "The number or address to use on that channel, in place of the one above.",
    ),
  ],
};

export const CAREGIVERS: RosterTable = {
  name: "caregivers",
  about: "People who help a patient and may hear of it, one row for each patient whom they help.",
  key: "caregiver_id",
  anchor: undefined,
  root: "caregiver",
  columns: [
    required("caregiver_id", "code", "The number of this helper of this patient."),
    required("patient_id", "code", "Whom they help.", { names: "patients" }),
    optional("created_at", "instant", "When the record was made."),
    optional("first_name", "text", "Given name."),
    optional("last_name", "text", "Family name."),
    optional("relationship", "text", "What they are to the patient, in the clinic's words."),
    optional(
      "permission",
      "list",
      "What they may hear of and do, as `schedule|billing`; blank is nothing at all.",
    ),
    optional("permission_from", "date", "First day of the permission."),
    optional("permission_until", "date", "Last day of the permission; blank is until it is taken back."),
    optional(
      "permission_given_by",
      "code",
      "Who gave the permission; only one that the patient gave counts.",
      {
        values: ["patient", "court", "staff"],
      },
    ),
    ...CONTACT,
  ],
};
