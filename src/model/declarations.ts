import type { Span } from "../source/index.ts";
import type { YamlNode } from "../syntax/index.ts";
import { listAt, textAt, textsAt } from "../workspace/index.ts";
import { CHANNELS, type Channel, type Sourced } from "./library.ts";

/** Facts that no file can show and somebody must state. What nobody stated is undefined: a rule that needs it asks. */
export interface Declarations {
  readonly consentBasis: Sourced<string> | undefined;
  readonly consentWording: Sourced<string> | undefined;
  readonly funding: Sourced<string> | undefined;
  readonly vendors: readonly Vendor[];
  readonly senderRegistration: Sourced<string> | undefined;
  readonly retention: Sourced<string> | undefined;
}

/** Somebody else who handles messages. */
export interface Vendor {
  readonly name: string;
  readonly handles: readonly Channel[];
  /** The business associate agreement, by its number. */
  readonly agreement: string | undefined;
  readonly at: Span;
}

/** Stated facts; what a campaign leaves out is as its organisation stated it. */
export function bindDeclarations(node: YamlNode | undefined, outer: Declarations | undefined): Declarations {
  const vendors = listAt(node, "vendors").map(bindVendor);
  return {
    consentBasis: textAt(node, "consent_basis") ?? outer?.consentBasis,
    consentWording: textAt(node, "consent_wording") ?? outer?.consentWording,
    funding: textAt(node, "funding") ?? outer?.funding,
    vendors: vendors.length > 0 ? vendors : (outer?.vendors ?? []),
    senderRegistration: textAt(node, "sender_registration") ?? outer?.senderRegistration,
    retention: textAt(node, "retention") ?? outer?.retention,
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
