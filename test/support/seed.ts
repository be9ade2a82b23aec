import fc from "fast-check";

/**
 * Properties try the same cases for the same commit: a change is never refused for a case that it did not bring up.
 * `PROPERTY_SEED=random` or a number looks elsewhere, which is worth doing before a change to what a property guards.
 */
const wanted = process.env.PROPERTY_SEED ?? "20261125";

if (wanted !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
