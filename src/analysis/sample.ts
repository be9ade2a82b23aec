import type { Skeleton } from "../template/index.ts";

/** One rendering to show to a reader: the first of each choice that says something, fields as ⟦patient.first_name⟧. */
export function firstRendering(skeleton: Skeleton): string {
  switch (skeleton.kind) {
    case "lit":
      return skeleton.text;
    case "hole":
      return `⟦${skeleton.name}⟧`;
    case "cat":
      return skeleton.parts.map(firstRendering).join("");
    case "alt": {
      const texts = skeleton.options.map(({ body }) => firstRendering(body));
      return texts.find((text) => text !== "") ?? "";
    }
    case "rep":
      return firstRendering(skeleton.body);
    case "mark":
      return firstRendering(skeleton.body);
  }
}
