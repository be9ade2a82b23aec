import type { OutletFacts } from "../../analysis/index.ts";
import type { InsertNode, Skeleton, Template, TemplateNode } from "../../template/index.ts";
import type { Run } from "../model.ts";

/** Marks the claims, added lines and fields in a rendered text, where fields stand as ⟦path⟧. */
export function runsOf(text: string, outlet: OutletFacts): readonly Run[] {
  const holes = new Set([...holesOf(outlet.skeleton), ...outlet.flows.map(({ field }) => field)]);
  return stretchesOf(text, outlet.inserts).flatMap(({ kind, id, from, to }) =>
    fieldsIn(text.slice(from, to), kind, id, holes),
  );
}

interface Stretch {
  readonly kind: "author" | "claim" | "added";
  readonly id: string | null;
  readonly from: number;
  readonly to: number;
}

/** The text cut where a claim or an added line begins and ends. */
function stretchesOf(text: string, inserts: readonly InsertNode[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { what, id, body } of inserts) {
    if (what !== "claim" && what !== "added") continue;
    const place = placeOf(literalsOf(body), text, what === "added");
    if (place !== undefined && !found.some((other) => place.from < other.to && other.from < place.to)) {
      found.push({ kind: what, id, ...place });
    }
  }
  const cut: Stretch[] = [];
  let at = 0;
  for (const stretch of found.toSorted((a, b) => a.from - b.from)) {
    if (stretch.from > at) cut.push({ kind: "author", id: null, from: at, to: stretch.from });
    cut.push(stretch);
    at = stretch.to;
  }
  if (at < text.length) cut.push({ kind: "author", id: null, from: at, to: text.length });
  return cut;
}

/** Where pieces of literal text follow each other; added lines stand last, so they are looked for from the end. */
function placeOf(
  pieces: readonly string[],
  text: string,
  last: boolean,
): { from: number; to: number } | undefined {
  const [first] = pieces;
  if (first === undefined) return undefined;
  const from = last ? text.lastIndexOf(first) : text.indexOf(first);
  if (from < 0) return undefined;
  let to = from;
  for (const piece of pieces) {
    const next = text.indexOf(piece, to);
    if (next >= 0) to = next + piece.length;
  }
  return { from, to };
}

/** Literal pieces of a body, in order. Of a choice every branch is tried; a piece that is not printed is passed over. */
function literalsOf(body: Template): readonly string[] {
  return body.flatMap(literalsIn);
}

function literalsIn(node: TemplateNode): readonly string[] {
  switch (node.kind) {
    case "text":
      return node.text === "" ? [] : [node.text];
    case "insert":
    case "render":
      return literalsOf(node.body);
    case "if":
    case "case":
      return [...node.arms.flatMap((arm) => literalsOf(arm.body)), ...literalsOf(node.otherwise)];
    case "for":
    case "print":
    case "assign":
    case "capture":
      return [];
  }
}

/** Splits at ⟦name⟧ where the name is one that this outlet really prints: an author's own brackets stay text. */
function fieldsIn(
  text: string,
  kind: Stretch["kind"],
  id: string | null,
  holes: ReadonlySet<string>,
): readonly Run[] {
  return text.split(/(⟦[^⟦⟧]*⟧)/u).flatMap((piece): readonly Run[] => {
    if (piece === "") return [];
    const name = piece.slice(1, -1);
    if (piece.startsWith("⟦") && holes.has(name)) return [{ kind: "field", text: name, id: name }];
    return [{ kind, text: piece, id }];
  });
}

function holesOf(skeleton: Skeleton): readonly string[] {
  switch (skeleton.kind) {
    case "hole":
      return [skeleton.name];
    case "cat":
      return skeleton.parts.flatMap(holesOf);
    case "alt":
      return skeleton.options.flatMap(({ body }) => holesOf(body));
    case "rep":
    case "mark":
      return holesOf(skeleton.body);
    case "lit":
      return [];
  }
}
