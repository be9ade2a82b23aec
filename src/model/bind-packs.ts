import { type OwnLimit, ownLimitInWords, PACKS, type Packs, packsInForce } from "../packs/index.ts";
import { choices, PACK_NAMES, type PackName } from "../source/index.ts";
import { entryOf, type YamlFile, type YamlNode } from "../syntax/index.ts";
import { listAt, type Sourced, textAt, textsAt } from "../workspace/index.ts";
import { bindOwnLimit, unfit } from "./bind-own-limit.ts";
import type { Binder } from "./binder.ts";
import { LIMIT_LOOSENED, LIMIT_NOT_IN_FORCE, PACK_LEFT_OUT } from "./limit-findings.ts";

/**
 * The packs that an organisation works by, and its own limits in them. Without a choice all packs apply; a limit that
 * is malformed, lapsed or not approved is left out, so that the pack's own value holds.
 *
 * @param root of recare.yaml
 * @param files of the library that hold `limits`
 * @param today the day of the check, ISO date
 */
export function bindPacks(binder: Binder, root: YamlNode, files: readonly YamlFile[], today: string): Packs {
  const chosen = chosenPacks(binder, root);
  const own: OwnLimit[] = [];
  for (const node of files.flatMap((file) => listAt(file.root, "limits"))) {
    const limit = bindOwnLimit(binder, node, chosen);
    if (limit === undefined || !isInForce(binder, node, limit, today)) continue;
    const before = own.find((other) => placeOf(other) === placeOf(limit));
    if (before === undefined) own.push(limit);
    else unfit(binder, textAt(node, "limit"), "this limit is set twice", "Keep one of the two.");
    if (before === undefined && limit.effect === "loosens") tellLoosened(binder, limit);
  }
  return packsInForce(PACKS, chosen, own);
}

function chosenPacks(binder: Binder, root: YamlNode): readonly PackName[] {
  const list = entryOf(root, "packs");
  if (list === undefined) return PACK_NAMES;
  const names = textsAt(root, "packs").map(({ value }) => value);
  const chosen = PACK_NAMES.filter((name) => names.includes(name));
  const leftOut = PACK_NAMES.filter((name) => !names.includes(name));
  if (leftOut.length > 0) {
    binder.report(PACK_LEFT_OUT, {
      at: list.key.span,
      message: `the rules of ${choices(leftOut).replace(" or ", " and ")} do not run here`,
    });
  }
  return chosen;
}

/** Whether today lies within its days; a date that cannot be read was reported, and is no date on which it holds. */
function isInForce(binder: Binder, node: YamlNode, limit: OwnLimit, today: string): boolean {
  const on = textAt(node, "on");
  const until = textAt(node, "until");
  if ((on && limit.on === undefined) || (until && limit.until === undefined)) return false;
  const says = (date: Sourced<string>, message: string): false => {
    binder.report(LIMIT_NOT_IN_FORCE, { at: date.at, message });
    return false;
  };
  const packs = limit.instead ? `, and ${limit.pack}'s own value holds` : "";
  if (on && on.value > today) return says(on, `this limit is in force from ${on.value}${packs} until then`);
  if (until && until.value < today) return says(until, `this limit ended on ${until.value}${packs}`);
  return true;
}

function tellLoosened(binder: Binder, limit: OwnLimit): void {
  binder.report(LIMIT_LOOSENED, {
    at: limit.at,
    message: `${ownLimitInWords(limit)}, approved by ${limit.approvedBy ?? "nobody"} on ${limit.on ?? "no day"}`,
  });
}

function placeOf({ pack, limit, state }: OwnLimit): string {
  return `${pack} ${limit} ${state ?? ""}`;
}
