/** From what anybody may know to what is never printed. The first three are the safe category, the last two the controlled one. */
export const CLASSES = ["public", "contact", "scheduling", "clinical", "restricted"] as const;
export type FieldClass = (typeof CLASSES)[number];

/** Whether a value of class `a` is more sensitive than `ceiling` allows. */
export function above(a: FieldClass, ceiling: FieldClass): boolean {
  return CLASSES.indexOf(a) > CLASSES.indexOf(ceiling);
}

/** The more sensitive of two classes. */
export function higher(a: FieldClass, b: FieldClass): FieldClass {
  return above(a, b) ? a : b;
}

/** The less sensitive of two classes: a ceiling that is only ever tightened. */
export function lower(a: FieldClass, b: FieldClass): FieldClass {
  return above(a, b) ? b : a;
}

/** Whether a class belongs to the controlled category (clinical, restricted). */
export function isControlled(c: FieldClass): boolean {
  return above(c, "scheduling");
}
