import { type Facts, type OutletFacts, shapeOf } from "../../analysis/index.ts";
import { variants } from "../../template/index.ts";
import type { Wordings } from "../model.ts";
import { fieldName } from "../words.ts";
import { runsOf } from "./runs.ts";

/** More wordings than a person reads with care; the packet says how many there are. */
const MOST = 12;

/** The distinct texts that patients receive from one outlet, each with who receives it. */
export function wordingsOf(outlet: OutletFacts, { workspace }: Facts): Wordings {
  const { library } = workspace;
  const { template, language } = outlet.outlet;
  const { shown, total, complete } = variants(
    template,
    (path, said) => shapeOf(library.fields.get(path), said, language, library),
    MOST,
  );
  const paths = outlet.flows.map(({ field }) => field);
  return {
    shown: shown.map(({ text, when }) => ({ when: guardOf(when, paths), runs: runsOf(text, outlet) })),
    total: total.count,
    complete: complete || total.kind === "exactly",
  };
}

/** "first name is missing" for "when patient.first_name is missing". */
function guardOf(when: string, paths: readonly string[]): string {
  return paths.reduce((words, path) => words.replaceAll(path, fieldName(path)), when.replace(/^when /, ""));
}
