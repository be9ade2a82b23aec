import { counts } from "../../source/index.ts";
import { allowanceOf } from "../../waivers/index.ts";
import type { PacketModel } from "../model.ts";
import { happensWhen, placeOf, tally } from "../phrases.ts";
import { limits } from "./limits.ts";
import { html, type Markup } from "./markup.ts";
import { badge, type Section, subsection, table } from "./section.ts";

const TONES = { error: "bad", warning: "warn", info: "quiet" } as const;

export function findings(model: PacketModel): Section {
  const { findings: found } = model;
  return {
    id: "findings",
    title: "Findings, and what was not checked",
    line:
      found.length === 0
        ? "✔ Nothing was found."
        : `${tally(found)}.${found.some((finding) => finding.severity === "error" && counts(finding)) ? " An error keeps the campaign from being built." : ""}`,
    body: html`${found.length > 0 && list(found)}${subsection(limits(model))}`,
  };
}

function list(found: PacketModel["findings"]): Markup {
  return table(
    "What was found, and what to write instead",
    [
      { head: "Finding" },
      { head: "What to write instead" },
      { head: "Happens when" },
      { head: "Place", as: "code" },
    ],
    found.map((finding) => [
      html`${badge(counts(finding) ? TONES[finding.severity] : "quiet", finding.severity)} <code>${finding.code}</code> <span class="rule">${finding.rule}</span><p class="says">${finding.message}</p>${allowanceOf(finding) !== undefined && html`<p class="allowed">${allowanceOf(finding) ?? ""}</p>`}${finding.witness !== null && html`<blockquote class="witness">${finding.witness.text}</blockquote>`}`,
      finding.remedy,
      happensWhen(finding),
      placeOf(finding),
    ]),
  );
}
