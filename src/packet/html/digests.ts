import type { PacketModel } from "../model.ts";
import { CONCERN_NAMES } from "../words.ts";
import { type Section, table } from "./section.ts";

export function digests({ build, signatures }: PacketModel): Section {
  return {
    id: "digests",
    title: "Digests",
    line:
      build === null
        ? "There is no plan, so there is nothing to digest."
        : "SHA-256 over the compiled plan, never over its source: moving a line of YAML changes none of them.",
    body:
      build === null
        ? null
        : table(
            "Digests of this plan",
            [{ head: "What" }, { head: "Digest", as: "code" }],
            [
              ["The whole plan", build.plan],
              ...signatures.map(({ concern, digest }) => [CONCERN_NAMES[concern], digest ?? "none"]),
            ],
          ),
  };
}
