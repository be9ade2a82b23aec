import type { PlanOutlet, PlanStep } from "../../plan/index.ts";
import { strictRenderer } from "../../template/index.ts";

type Rendering = ReturnType<typeof strictRenderer>;

/** One outlet of a step, ready to be rendered for many people. */
export interface PreparedOutlet {
  readonly part: string;
  readonly name: string | null;
  readonly render: Rendering;
}

/**
 * Outlets of a step for a language and an arm: arm b has those whose words differ, and all others are arm a's.
 * Sources are parsed once; liquidjs takes longer to read a text than to render it.
 */
export class Outlets {
  private readonly parsed = new Map<PlanOutlet, PreparedOutlet>();

  of(step: PlanStep, language: string, arm: string): readonly PreparedOutlet[] {
    const spoken = step.content.outlets.filter((outlet) => outlet.language === language);
    const own = arm === "b" ? spoken.filter((outlet) => outlet.arm === "b") : [];
    const kept = spoken.filter(
      (outlet) =>
        outlet.arm === "a" && !own.some(({ part, name }) => part === outlet.part && name === outlet.name),
    );
    return [...kept, ...own].map((outlet) => this.prepared(outlet));
  }

  private prepared(outlet: PlanOutlet): PreparedOutlet {
    const { part, name, source } = outlet;
    const known = this.parsed.get(outlet) ?? { part, name, render: strictRenderer(source) };
    this.parsed.set(outlet, known);
    return known;
  }
}
