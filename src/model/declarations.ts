import type { Span } from "../source/index.ts";
import type { YamlNode } from "../syntax/index.ts";
import { entriesAt, listAt, textAt, textsAt } from "../workspace/index.ts";
import { bindConsent, type DeclaredConsent } from "./declared-consent.ts";
import { CHANNELS, type Channel, type Language, type Sourced } from "./library.ts";

/** Facts that no file can show and somebody must state. What nobody stated is undefined: a rule that needs it asks. */
export interface Declarations extends DeclaredConsent {
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
}

export interface ReviewedTranslation {
  readonly by: string;
  readonly on: string;
  readonly wording: Sourced<string> | undefined;
  readonly at: Span;
}

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
  return {
    ...bindConsent(node, outer, first),
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
