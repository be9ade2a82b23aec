import { phrases } from "../lexicon/index.ts";
import {
  LIMIT_NAMES,
  LIMITS,
  type LimitMeaning,
  type LimitValue,
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
  const also = textAt(node, "also");
  const valueText = textAt(node, "value") ?? also;
  const stateText = textAt(node, "state");
  const because = textAt(node, "because");
  if (!pack || !limit || !because) return undefined;
  if (valueText === undefined || (also && valueText !== also)) {
    const message = valueText
      ? "this limit has `value` and `also`"
      : "this limit has neither `value` nor `also`";
    const remedy =
      "Write `value` for what stands in the pack's place, or `also` for words beside the pack's own.";
    return unfit(binder, limit, message, remedy);
  }
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
  const read = readValue(valueText.value, meaning);
  if (!read.ok) return unfit(binder, valueText, read.problem.message, read.problem.remedy);
  const problem = wordsProblem(read.value, meaning);
  if (problem !== undefined)
    return unfit(binder, valueText, problem, "Write plain words, with | between several.");
  const state = stateText?.value;
  const instead = PACKS.find(({ name }) => name === pack.value)?.entries.find(
    (entry) => entry.limit === limit.value && entry.state === state,
  );
  if (also && (read.value.kind !== "words" || instead?.value.kind !== "words")) {
    const message = `${limit.value} has no words of ${pack.value} to add to`;
    return unfit(binder, also, message, "Write `value` in place of `also`.");
  }
  const value = also ? withWords(instead?.value, read.value) : read.value;
  const asks = instead === undefined ? "stricter" : strictness(value, instead.value, meaning);
  const effect = instead === undefined ? "adds" : asks === "looser" ? "loosens" : "tightens";
  const approvedBy = textAt(node, "approved_by")?.value;
  const on = bindDate(binder, textAt(node, "on"));
  const until = textAt(node, "until");
  const lacks = lackOf({ approvedBy, on, until });
  if (instead !== undefined && effect === "loosens" && lacks !== undefined) {
    const message = `this asks for less than ${pack.value} does (${valueInWords(instead.value, meaning)}), and ${lacks}`;
    return unfit(
      binder,
      valueText,
      message,
      "Write `approved_by` with a name, `on` with the day and `until` with the last day, or a stricter value.",
    );
  }
  return {
    pack: pack.value,
    limit: limit.value,
    state,
    value,
    also: also && read.value.kind === "words" ? read.value.words : undefined,
    effect,
    instead,
    because: because.value,
    approvedBy,
    on,
    until: bindDate(binder, until),
    at: valueText.at,
  };
}

/** What an approval of less than a pack asks for lacks: a name, its first day, and its last. A reading of the law is looked at again. */
function lackOf(approval: {
  readonly approvedBy: string | undefined;
  readonly on: string | undefined;
  readonly until: Sourced<string> | undefined;
}): string | undefined {
  if (approval.approvedBy === undefined) return "nobody has approved it";
  if (approval.on === undefined) return "nobody says since when";
  return approval.until === undefined ? "nobody says until when" : undefined;
}

/** The pack's words with those that an organisation adds. */
function withWords(pack: LimitValue | undefined, own: LimitValue): LimitValue {
  if (pack?.kind !== "words" || own.kind !== "words") return own;
  return { kind: "words", words: [...new Set([...pack.words, ...own.words])] };
}

/** What cannot be looked for in a text: a pattern that the lexicon cannot read. */
function wordsProblem(value: LimitValue, { item }: LimitMeaning): string | undefined {
  if (value.kind !== "words" || item !== "plain words") return undefined;
  for (const word of value.words) {
    try {
      phrases(word.split(" = ")[0] ?? "");
    } catch (error) {
      return `"${word.slice(0, 60)}" cannot be looked for: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return undefined;
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
