import { valueUnder, type YamlNode, type YamlScalar } from "../../syntax/index.ts";
import { choiceAt, entriesAt, mapAt, type Sourced, textAt, textsAt } from "../../workspace/index.ts";
import { CHANNELS, CLAIM_KINDS, type Claim, type IsoDate } from "../library.ts";
import { bindDate } from "../times.ts";
import { bindLiteralWords } from "../wording.ts";
import type { Shelf } from "./shelf.ts";

export function bindClaim(shelf: Shelf, key: YamlScalar, node: YamlNode): Claim {
  const evidence = mapAt(node, "evidence");
  const file = textAt(evidence, "file") ?? { value: "", at: key.span };
  const approved = mapAt(node, "approved");
  const valid = mapAt(node, "valid");
  return {
    id: key.text,
    text: bindLiteralWords(node, "text", shelf.first),
    variations: new Map(
      entriesAt(node, "variations").map(({ key: language }) => [
        language.text,
        textsAt(mapAt(node, "variations"), language.text),
      ]),
    ),
    kind: choiceAt(node, "kind", CLAIM_KINDS)?.value ?? "guarantee",
    evidence: {
      file,
      section: textAt(evidence, "section")?.value,
      sha256: shelf.assets.get(file.value),
      approvedSha256: textAt(evidence, "sha256"),
    },
    approved: {
      by: textAt(approved, "by")?.value ?? "",
      role: textAt(approved, "role")?.value ?? "",
      on: bindDate(shelf.binder, textAt(approved, "on")) ?? "",
    },
    valid: {
      // A date that cannot be read makes a claim that is valid on no day.
      from: bindDate(shelf.binder, textAt(valid, "from")) ?? "9999-12-31",
      until: bindDate(shelf.binder, textAt(valid, "until")) ?? "0001-01-01",
      at: valid?.span ?? key.span,
    },
    withdrawn: withdrawalOf(shelf, node),
    channels: limitedTo(node, "channels", (item) => CHANNELS.find((name) => name === item.value)),
    scenarios: limitedTo(node, "scenarios", ({ value }) => value),
    locations: limitedTo(node, "locations", ({ value }) => value),
    at: key.span,
  };
}

/** Whoever wrote a day of withdrawal that cannot be read has withdrawn the claim all the same. */
function withdrawalOf({ binder }: Shelf, node: YamlNode): IsoDate | undefined {
  const written = textAt(node, "withdrawn");
  return written && (bindDate(binder, written) ?? "0001-01-01");
}

function limitedTo<T>(
  node: YamlNode,
  key: string,
  read: (item: Sourced<string>) => T | undefined,
): Sourced<readonly T[]> | undefined {
  const value = valueUnder(node, key);
  return (
    value && {
      value: textsAt(node, key)
        .map(read)
        .filter((item) => item !== undefined),
      at: value.span,
    }
  );
}
