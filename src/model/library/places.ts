import { valueUnder, type YamlNode, type YamlScalar } from "../../syntax/index.ts";
import { entries, integerAt, mapAt, textAt, textsAt, yesNoAt } from "../../workspace/index.ts";
import {
  type Location,
  type Playbook,
  REPLY_KINDS,
  type Reply,
  type ReplyKind,
  type Team,
} from "../library.ts";
import { bindDate, bindHours, bindResponseTime, bindTimeZone } from "../times.ts";
import type { Shelf } from "./shelf.ts";

export function bindLocation(shelf: Shelf, key: YamlScalar, node: YamlNode): Location {
  const access = mapAt(node, "access");
  return {
    id: key.text,
    publicName: textAt(node, "public_name") ?? { value: "", at: key.span },
    internalName: textAt(node, "internal_name"),
    address: textAt(node, "address") ?? { value: "", at: key.span },
    phone: textAt(node, "phone") ?? { value: "", at: key.span },
    nurseLine: textAt(node, "nurse_line"),
    timeZone: bindTimeZone(shelf.binder, textAt(node, "time_zone")),
    hours: bindHours(shelf.binder, valueUnder(node, "hours"), key.span),
    visitTypes: textsAt(node, "visit_types").map(({ value }) => value),
    telehealth: textsAt(node, "telehealth").map(({ value }) => value),
    access: {
      relay: textAt(access, "relay")?.value,
      interpreter: textAt(access, "interpreter")?.value,
      stepFree: yesNoAt(access, "step_free")?.value,
    },
    at: key.span,
  };
}

export function bindTeam(shelf: Shelf, key: YamlScalar, node: YamlNode): Team {
  const capacity = mapAt(node, "capacity");
  return {
    id: key.text,
    lead: textAt(node, "lead")?.value ?? "",
    clinical: yesNoAt(node, "clinical")?.value ?? false,
    hours: bindHours(shelf.binder, valueUnder(node, "hours"), key.span),
    capacity: {
      callsADay: integerAt(capacity, "calls_a_day")?.value,
      bookingsADay: integerAt(capacity, "bookings_a_day")?.value,
    },
    trainedOn: bindDate(shelf.binder, textAt(node, "trained_on")),
    playbook: textAt(node, "playbook"),
    at: key.span,
  };
}

export function bindPlaybook(shelf: Shelf, key: YamlScalar, node: YamlNode): Playbook {
  const replies = new Map<ReplyKind, Reply>();
  for (const entry of entries(node)) {
    const kind = REPLY_KINDS.find((name) => name === entry.key.text);
    if (kind === undefined) continue;
    const within = textAt(entry.value, "within");
    bindResponseTime(shelf.binder, within);
    replies.set(kind, {
      kind,
      do: textAt(entry.value, "do")?.value ?? "",
      who: textAt(entry.value, "who") ?? { value: "", at: entry.key.span },
      within,
      next: textAt(entry.value, "then"),
      say: textAt(entry.value, "say"),
      at: entry.key.span,
    });
  }
  return { id: key.text, replies, at: key.span };
}
