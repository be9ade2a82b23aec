export { type Answer, alwaysTrue, implies, overlaps, satisfiable } from "./algebra.ts";
export { type BoundaryPerson, boundaryPeople } from "./boundary-people.ts";
export { type ConditionJson, fromJson, toJson } from "./canonical.ts";
export { fieldRefsOf, fieldsOf } from "./clauses.ts";
export { english, type FieldNames } from "./english.ts";
export { AUDIENCE_FINDINGS } from "./findings.ts";
export { judge } from "./judge.ts";
export { parseCondition } from "./parse.ts";
export { type CutOff, cutOffDate } from "./relative.ts";
export {
  cutOffName,
  cutOffsOf,
  literalCutOffs,
  namedCutOffs,
  type SqlWords,
  sqlFalse,
  sqlTrue,
} from "./sql.ts";
export * from "./tree.ts";
