import {
  LIMIT_NAMES,
  LIMITS,
  type LimitMeaning,
  type OwnLimit,
  PACKS,
  readValue,
  STATES,
  strictness,
  valueInWords,
} from "../packs/index.ts";
import { choices, PACK_NAMES, type PackName } from "../source/index.ts";
import type { YamlNode } from "../syntax/index.ts";
import { choiceAt, type Sourced, textAt } from "../workspace/index.ts";
import type { Binder } from "./binder.ts";
import { LIMIT_UNFIT } from "./limit-findings.ts";
import { bindDate } from "./times.ts";

/** One limit as it is written; nothing where it cannot apply, which is reported. */
export function bindOwnLimit(
  binder: Binder,
  node: YamlNode,
  chosen: readonly PackName[],
): OwnLimit | undefined {
  const pack = choiceAt(node, "pack", PACK_NAMES);
  const limit = choiceAt(node, "limit", LIMIT_NAMES);
  const valueText = textAt(node, "value");
  const stateText = textAt(node, "state");
  const because = textAt(node, "because");
  if (!pack || !limit || !valueText || !because) return undefined;
  const meaning: LimitMeaning = LIMITS[limit.value];
  if (!meaning.packs.includes(pack.value)) {
    const home = choices(meaning.packs);
    return unfit(binder, limit, `${limit.value} is no limit of ${pack.value}`, `Write pack: ${home}.`);
  }
  if (!chosen.includes(pack.value)) {
    const message = `${pack.value} is not among the packs of recare.yaml, so this limit changes nothing`;
    return unfit(
      binder,
      pack,
      message,
      `Add ${pack.value} to \`packs\` in recare.yaml, or delete the limit.`,
    );
  }
  if (pack.value !== "us-states" && stateText !== undefined) {
    return unfit(binder, stateText, `${pack.value} is the same in every state`, "Delete `state`.");
  }
  if (pack.value === "us-states" && !STATES.includes(stateText?.value ?? "")) {
    const message = stateText
      ? `"${stateText.value}" is not a state`
      : "a limit of us-states needs the state in which it holds";
    return unfit(binder, stateText ?? limit, message, "Write `state:` and its two letters, such as FL.");
  }
  const value = readValue(valueText.value, meaning);
  if (!value.ok) return unfit(binder, valueText, value.problem.message, value.problem.remedy);
  const state = stateText?.value;
  const instead = PACKS.find(({ name }) => name === pack.value)?.entries.find(
    (entry) => entry.limit === limit.value && entry.state === state,
  );
  const asks = instead === undefined ? "stricter" : strictness(value.value, instead.value, meaning);
  const effect = instead === undefined ? "adds" : asks === "looser" ? "loosens" : "tightens";
  const approvedBy = textAt(node, "approved_by")?.value;
  const on = bindDate(binder, textAt(node, "on"));
  if (instead !== undefined && effect === "loosens" && (approvedBy === undefined || on === undefined)) {
    const lacks = approvedBy === undefined ? "nobody has approved it" : "nobody says since when";
    const message = `this asks for less than ${pack.value} does (${valueInWords(instead.value, meaning)}), and ${lacks}`;
    return unfit(
      binder,
      valueText,
      message,
      "Write `approved_by` with a name and `on` with the day, or a stricter value.",
    );
  }
  return {
    pack: pack.value,
    limit: limit.value,
    state,
    value: value.value,
    effect,
    instead,
    because: because.value,
    approvedBy,
    on,
    until: bindDate(binder, textAt(node, "until")),
    at: valueText.at,
  };
}

/** A limit that cannot apply, reported where it shows. */
export function unfit(
  binder: Binder,
  at: Sourced<string> | undefined,
  message: string,
  remedy: string,
): undefined {
  if (at) binder.report(LIMIT_UNFIT, { at: at.at, message, remedy });
}
