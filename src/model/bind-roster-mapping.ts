import type { YamlNode } from "../syntax/index.ts";
import { choiceAt, entries, entriesAt, type Sourced, text, textAt, texts } from "../workspace/index.ts";
import type { Binder } from "./binder.ts";
import { DUPLICATE_NAME } from "./findings.ts";
import { AS_DOCUMENTED, DATE_ORDERS, type RosterMapping, type TableMapping } from "./roster-mapping.ts";
import { bindTimeZone } from "./times.ts";

/** `roster:` of recare.yaml. Whether the columns are there only the roster itself can tell. */
export function bindRosterMapping(binder: Binder, node: YamlNode | undefined): RosterMapping {
  if (node === undefined) return AS_DOCUMENTED;
  const clock = textAt(node, "clock");
  return {
    dates: choiceAt(node, "dates", DATE_ORDERS)?.value ?? AS_DOCUMENTED.dates,
    clock: clock === undefined ? AS_DOCUMENTED.clock : bindTimeZone(binder, clock),
    tables: new Map(entriesAt(node, "tables").map(({ key, value }) => [key.text, bindTable(binder, value)])),
  };
}

function bindTable(binder: Binder, node: YamlNode): TableMapping {
  const columns = entriesAt(node, "columns").flatMap(({ key, value }): [string, Sourced<string>][] => {
    const written = text(value);
    return written === undefined ? [] : [[key.text, written]];
  });
  const values = entriesAt(node, "values").map(({ key, value }): [string, ReadonlyMap<string, string>] => [
    key.text,
    bindCodes(binder, value),
  ]);
  return { from: textAt(node, "from"), columns: new Map(columns), values: new Map(values) };
}

/** One way of writing means one code. */
function bindCodes(binder: Binder, node: YamlNode): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const { key, value } of entries(node)) {
    for (const written of texts(value)) {
      const before = codes.get(written.value);
      if (before !== undefined && before !== key.text) {
        binder.report(DUPLICATE_NAME, {
          at: written.at,
          message: `"${written.value}" cannot mean both ${before} and ${key.text}`,
          remedy: "Keep it under the code that it means.",
        });
        continue;
      }
      codes.set(written.value, key.text);
    }
  }
  return codes;
}
