import type { Campaign, Script } from "../../model/index.ts";
import type { Span } from "../../source/index.ts";

/** A script that a campaign uses, and the first step that speaks it. */
export interface SpokenScript {
  readonly script: Script;
  readonly step: string;
  /** Where the step names the script. */
  readonly at: Span;
}

/** The scripts of a campaign, each once, in the order of its steps. */
export function scriptsOf({ steps }: Campaign): readonly SpokenScript[] {
  const scripts = new Map<string, SpokenScript>();
  for (const { id, script } of steps) {
    if (script && !scripts.has(script.script.id)) scripts.set(script.script.id, { ...script, step: id });
  }
  return [...scripts.values()];
}
