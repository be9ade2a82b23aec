export * from "./lattice.ts";
export * from "./flow-types.ts";
export * from "./skeleton.ts";
export * from "./tree.ts";
