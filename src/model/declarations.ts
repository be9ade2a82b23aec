import type { Span } from "../source/index.ts";
import type { YamlNode } from "../syntax/index.ts";
import {
  choice,
  choiceAt,
  entriesAt,
  listAt,
  percentAt,
  textAt,
  textsAt,
  yesNoAt,
} from "../workspace/index.ts";
import { bindConsent, type DeclaredConsent } from "./declared-consent.ts";
import { CHANNELS, type Channel, type Language, type Sourced } from "./library.ts";

/** Facts that no file can show and somebody must state. What nobody stated is undefined: a rule that needs it asks. */
export interface Declarations extends DeclaredConsent {
  /** The wording under which patients agreed that a caregiver is written to because of a clinical fact. */
  readonly caregiverConsent: Sourced<string> | undefined;
  readonly funding: Sourced<string> | undefined;
  readonly vendors: readonly Vendor[];
  readonly senderRegistration: Sourced<string> | undefined;
  readonly retention: Sourced<string> | undefined;
  /** The team that reads answers to the address from which email is sent. */
  readonly mailboxReadBy: Sourced<string> | undefined;
  /** What keeps facts about care in an email from strangers. */
  readonly emailProtection: Sourced<string> | undefined;
  /** Kinds of campaign that people agreed to, by scenario; empty where nobody said. */
  readonly consentCovers: readonly Sourced<string>[];
  /** Who read which translation; of the words with this fingerprint, and no others. */
  readonly translations: ReadonlyMap<Language, ReviewedTranslation>;
  /** What the funding pays for. */
  readonly fundingCovers: Sourced<FundingCovers> | undefined;
  /** The form on which people agreed to marketing that somebody else pays for: 45 CFR 164.508(a)(3). */
  readonly marketingAuthorization: Sourced<string> | undefined;
  /** How requests for another address or way of contact are kept: 45 CFR 164.522(b). */
  readonly confidentialRequests: Sourced<string> | undefined;
  /** What is put right in the roster before anybody is written to. */
  readonly dataChecks: readonly Sourced<DataCheck>[];
  /** Percent of people who are expected to answer. */
  readonly expectedResponse: Sourced<number> | undefined;
  /** Whether 42 CFR Part 2, on substance use disorder records, covers the programme. */
  readonly part2: Sourced<boolean> | undefined;
  /** On what consent health data of people who are no patients is used. */
  readonly healthDataConsent: Sourced<string> | undefined;
}

export interface ReviewedTranslation {
  readonly by: string;
  readonly on: string;
  readonly wording: Sourced<string> | undefined;
  readonly at: Span;
}

export const FUNDING_COVERS = ["refill-reminders-at-cost", "other"] as const;
export type FundingCovers = (typeof FUNDING_COVERS)[number];

export const DATA_CHECKS = ["duplicates", "identity", "contact-details", "bounces"] as const;
export type DataCheck = (typeof DATA_CHECKS)[number];

/** Somebody else who handles messages. */
export interface Vendor {
  readonly name: string;
  readonly handles: readonly Channel[];
  /** The business associate agreement, by its number. */
  readonly agreement: string | undefined;
  readonly at: Span;
}

/** Stated facts; what a campaign leaves out is as its organisation stated it; `first` is the language of words that name none. */
export function bindDeclarations(
  node: YamlNode | undefined,
  outer: Declarations | undefined,
  first: Language,
): Declarations {
  const vendors = listAt(node, "vendors").map(bindVendor);
  const covers = textsAt(node, "consent_covers");
  const checks = listAt(node, "data_checks").flatMap((check) => choice(check, DATA_CHECKS) ?? []);
  return {
    ...bindConsent(node, outer, first),
    caregiverConsent: textAt(node, "caregiver_consent") ?? outer?.caregiverConsent,
    funding: textAt(node, "funding") ?? outer?.funding,
    vendors: vendors.length > 0 ? vendors : (outer?.vendors ?? []),
    senderRegistration: textAt(node, "sender_registration") ?? outer?.senderRegistration,
    retention: textAt(node, "retention") ?? outer?.retention,
    mailboxReadBy: textAt(node, "mailbox_read_by") ?? outer?.mailboxReadBy,
    emailProtection: textAt(node, "email_protection") ?? outer?.emailProtection,
    consentCovers: covers.length > 0 ? covers : (outer?.consentCovers ?? []),
    translations: new Map([
      ...(outer?.translations ?? []),
      ...entriesAt(node, "translations").map(
        ({ key, value }) => [key.text, bindTranslation(key.span, value)] as const,
      ),
    ]),
    fundingCovers: choiceAt(node, "funding_covers", FUNDING_COVERS) ?? outer?.fundingCovers,
    marketingAuthorization: textAt(node, "marketing_authorization") ?? outer?.marketingAuthorization,
    confidentialRequests: textAt(node, "confidential_requests") ?? outer?.confidentialRequests,
    dataChecks: checks.length > 0 ? checks : (outer?.dataChecks ?? []),
    expectedResponse: percentAt(node, "expected_response") ?? outer?.expectedResponse,
    part2: yesNoAt(node, "part2") ?? outer?.part2,
    healthDataConsent: textAt(node, "health_data_consent") ?? outer?.healthDataConsent,
  };
}

function bindTranslation(at: Span, node: YamlNode): ReviewedTranslation {
  return {
    by: textAt(node, "by")?.value ?? "",
    on: textAt(node, "on")?.value ?? "",
    wording: textAt(node, "wording"),
    at,
  };
}

function bindVendor(node: YamlNode): Vendor {
  return {
    name: textAt(node, "name")?.value ?? "",
    handles: textsAt(node, "handles").flatMap(({ value }) => CHANNELS.filter((name) => name === value)),
    agreement: textAt(node, "agreement")?.value,
    at: node.span,
  };
}

/** What else was stated, as it is written, by key; in the order of keys. */
export function furtherFacts(declarations: Declarations): readonly (readonly [key: string, says: string])[] {
  const { dataChecks, expectedResponse, part2 } = declarations;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["confidential_requests", declarations.confidentialRequests?.value],
    ["data_checks", dataChecks.length > 0 ? dataChecks.map(({ value }) => value).join(", ") : undefined],
    ["expected_response", expectedResponse && `${expectedResponse.value}%`],
    ["funding_covers", declarations.fundingCovers?.value],
    ["health_data_consent", declarations.healthDataConsent?.value],
    ["marketing_authorization", declarations.marketingAuthorization?.value],
    ["part2", part2 && (part2.value ? "yes" : "no")],
  ];
  return facts.flatMap(([key, says]) => (says === undefined ? [] : [[key, says] as const]));
}
