import type { Span } from "../source/index.ts";
import { entryOf, type YamlNode } from "../syntax/index.ts";
import { choiceAt, entriesAt, integerAt, mapAt, type Sourced, textAt, textsAt } from "../workspace/index.ts";
import { bindRosterMapping } from "./bind-roster-mapping.ts";
import { type Binder, related } from "./binder.ts";
import { above, CLASSES, type FieldClass } from "./classes.ts";
import { bindDeclarations } from "./declarations.ts";
import { POLICY_LOOSENED } from "./findings.ts";
import { CHANNELS, type Channel, WEEKDAYS } from "./library.ts";
import type { ChannelPolicy, ContactLimits, Organization, RuleSetting, SendWindow } from "./organization.ts";
import { bindDays, bindTimeWindow, bindTimeZone } from "./times.ts";
import { bindLiteralWords } from "./wording.ts";

/** The product's own ceilings and limits: an organisation tightens them, never loosens. */
const PRODUCT_CHANNELS: Readonly<Record<Channel, ChannelPolicy>> = {
  sms: channel("scheduling", "opt-in", { parts: 2 }),
  email: channel("scheduling", "not-opted-out", {}),
  phone: channel("scheduling", "not-opted-out", { afterVerification: "clinical" }),
  letter: channel("scheduling", "none", {}),
  portal: channel("clinical", "none", { title: "scheduling" }),
};

function channel(
  allow: FieldClass,
  consent: ChannelPolicy["consent"],
  more: { parts?: number; afterVerification?: FieldClass; title?: FieldClass },
): ChannelPolicy {
  return {
    allow,
    consent,
    parts: more.parts,
    afterVerification: more.afterVerification,
    title: more.title,
    at: undefined,
  };
}

/** 8:00 to 21:00 on the called party's clock is the federal limit for solicitations (47 CFR 64.1200(c)(1)); Sunday is kept free. */
const PRODUCT_WINDOW: SendWindow = {
  opens: 9 * 60,
  closes: 19 * 60,
  days: WEEKDAYS.filter((day) => day !== "sun"),
  clock: "patient",
  skipHolidays: true,
  hoursAt: undefined,
  at: undefined,
};

const PRODUCT_LIMITS: ContactLimits = { perDay: 1, perWeek: 3, at: undefined };

/** `recare.yaml` as a policy: what it leaves out is the product's default. */
export function bindOrganization(binder: Binder, root: YamlNode): Organization {
  const organization = mapAt(root, "organization");
  const languages = textsAt(root, "languages").map(({ value }) => value);
  const spoken = languages.length > 0 ? languages : ["en"];
  const first = spoken[0] ?? "en";
  return {
    id: textAt(organization, "id")?.value ?? "",
    name: textAt(organization, "name")?.value ?? "",
    sender: textAt(organization, "sender") ?? { value: "", at: root.span },
    timeZone: bindTimeZone(binder, textAt(organization, "time_zone")),
    postalAddress: textAt(organization, "postal_address"),
    linkDomains: textsAt(organization, "link_domains"),
    emailFrom: textAt(organization, "email_from"),
    unsubscribeUrl: textAt(organization, "unsubscribe_url"),
    smsHelp: bindLiteralWords(organization, "sms_help", first),
    smsStop: bindLiteralWords(organization, "sms_stop", first),
    smsConfirmation: bindLiteralWords(organization, "sms_confirmation", first),
    smsReplies: choiceAt(organization, "sms_replies", ["read", "not-read"]),
    languages: spoken,
    channels: bindChannels(binder, mapAt(root, "channels")),
    window: bindWindow(binder, root, PRODUCT_WINDOW),
    limits: bindLimits(binder, root, PRODUCT_LIMITS),
    declarations: bindDeclarations(mapAt(root, "declarations"), undefined, first),
    rules: bindRuleSettings(root),
    roster: bindRosterMapping(binder, mapAt(root, "roster")),
    at: keyAt(root, "organization") ?? root.span,
  };
}

/** The key itself: a finding about a whole block underlines its name. */
function keyAt(node: YamlNode | undefined, key: string): Span | undefined {
  return entryOf(node, key)?.key.span;
}

function bindChannels(binder: Binder, node: YamlNode | undefined): Organization["channels"] {
  const bound = { ...PRODUCT_CHANNELS };
  for (const name of CHANNELS) {
    const own = mapAt(node, name);
    if (own === undefined) continue;
    const product = PRODUCT_CHANNELS[name];
    const parts = integerAt(own, "parts");
    bound[name] = {
      allow: tighten(binder, choiceAt(own, "allow", CLASSES), product.allow, name) ?? product.allow,
      consent: tightenConsent(binder, choiceAt(own, "consent", CONSENTS), product.consent, name),
      parts: atMost(binder, parts, product.parts, `parts of one ${name} message`),
      afterVerification: tighten(
        binder,
        choiceAt(own, "after_verification", CLASSES),
        product.afterVerification,
        `${name} after verification`,
      ),
      title: tighten(
        binder,
        choiceAt(own, "title", CLASSES),
        product.title,
        `the title of a ${name} message`,
      ),
      at: keyAt(node, name),
    };
  }
  return bound;
}

/** From the strictest. */
const CONSENTS = ["opt-in", "not-opted-out", "none"] as const;

function tightenConsent(
  binder: Binder,
  written: Sourced<ChannelPolicy["consent"]> | undefined,
  limit: ChannelPolicy["consent"],
  channel: Channel,
): ChannelPolicy["consent"] {
  if (written === undefined) return limit;
  if (CONSENTS.indexOf(written.value) <= CONSENTS.indexOf(limit)) return written.value;
  binder.report(POLICY_LOOSENED, {
    at: written.at,
    message: `the ${channel} channel needs the consent ${limit}, and ${written.value} is less`,
    remedy: `Write ${limit}${limit === "opt-in" ? "" : " or opt-in"}.`,
  });
  return limit;
}

function tighten(
  binder: Binder,
  written: Sourced<FieldClass> | undefined,
  limit: FieldClass | undefined,
  what: string,
): FieldClass | undefined {
  if (written === undefined || limit === undefined) return limit;
  if (!above(written.value, limit)) return written.value;
  binder.report(POLICY_LOOSENED, {
    at: written.at,
    message: `${what} may carry at most ${limit} facts, not ${written.value} ones`,
    remedy: `Write ${limit} or a less sensitive class.`,
  });
  return limit;
}

function atMost(
  binder: Binder,
  written: Sourced<number> | undefined,
  limit: number | undefined,
  what: string,
  limitAt?: { readonly at: ContactLimits["at"] },
): number | undefined {
  if (written === undefined || limit === undefined) return limit;
  if (written.value <= limit) return written.value;
  binder.report(POLICY_LOOSENED, {
    at: written.at,
    message: `${what}: ${written.value} is more than the ${limit} that ${limitAt?.at ? "the organisation" : "the product"} allows`,
    remedy: `Write ${limit} or less.`,
    ...(limitAt?.at && { related: [related(limitAt.at, "the limit is set here")] }),
  });
  return limit;
}

/** Contact limits, no looser than those above. */
export function bindLimits(binder: Binder, root: YamlNode, above: ContactLimits): ContactLimits {
  const node = mapAt(root, "contact_limits");
  if (node === undefined) return above;
  return {
    perDay: atMost(binder, integerAt(node, "per_day"), above.perDay, "messages a day", above) ?? above.perDay,
    perWeek:
      atMost(binder, integerAt(node, "per_week"), above.perWeek, "messages a week", above) ?? above.perWeek,
    at: keyAt(root, "contact_limits"),
  };
}

/** An organisation's send window; what it leaves out is the product's. The quiet-hours rules judge it. */
function bindWindow(binder: Binder, root: YamlNode, outer: SendWindow): SendWindow {
  const node = mapAt(root, "send_between");
  const at = keyAt(root, "send_between");
  if (node === undefined || at === undefined) return outer;
  const hours = bindTimeWindow(binder, textAt(node, "hours"));
  const days = bindDays(binder, textAt(node, "days"));
  const holidays = choiceAt(node, "holidays", ["skip", "send"])?.value;
  return {
    opens: hours?.opens ?? outer.opens,
    closes: hours?.closes ?? outer.closes,
    days: days ?? outer.days,
    clock: choiceAt(node, "clock", ["patient", "clinic"])?.value ?? outer.clock,
    skipHolidays: holidays === undefined ? outer.skipHolidays : holidays === "skip",
    hoursAt: textAt(node, "hours")?.at ?? outer.hoursAt,
    at,
  };
}

/** A campaign's send window, which lies within its organisation's. */
export function bindCampaignWindow(binder: Binder, root: YamlNode, outer: SendWindow): SendWindow {
  const own = bindWindow(binder, root, outer);
  const loosened =
    own.opens < outer.opens ||
    own.closes > outer.closes ||
    own.days.some((day) => !outer.days.includes(day)) ||
    (outer.skipHolidays && !own.skipHolidays)
      ? "outside the organisation's own hours"
      : outer.clock === "patient" && own.clock === "clinic"
        ? "by the clinic's clock, and the organisation keeps the patient's"
        : undefined;
  if (own === outer || own.at === undefined || loosened === undefined) return own;
  binder.report(POLICY_LOOSENED, {
    at: own.at,
    message: `this campaign would send ${loosened}`,
    remedy: "Write hours, days and a clock within those of recare.yaml.",
    related: outer.at ? [related(outer.at, "the organisation's hours are set here")] : [],
  });
  return outer;
}

function bindRuleSettings(root: YamlNode): ReadonlyMap<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  for (const { key, value } of entriesAt(root, "rules")) {
    settings.set(key.text, {
      severity: choiceAt(value, "severity", ["error", "warning", "info", "off"])?.value,
      atMost: integerAt(value, "at_most")?.value,
      at: key.span,
    });
  }
  return settings;
}
