import type { EventKind } from "../roster/index.ts";

/**
 * What counts as an outcome of a goal: a booking, a completed visit, or events of these kinds. A word that this version
 * does not know is measured as a completed visit, the strictest.
 *
 * @example outcomeOf("therapy restarted") // ["therapy_restarted"]
 */
export function outcomeOf(goal: string): "booked" | "completed" | readonly EventKind[] {
  switch (goal) {
    case "visit booked":
    case "consult scheduled":
      return "booked";
    case "test completed":
      return ["test_completed", "completed"];
    case "therapy restarted":
      return ["therapy_restarted"];
    case "care plan updated":
      return ["care_plan_updated"];
    default:
      return "completed";
  }
}
