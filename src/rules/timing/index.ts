import type { Rule } from "../rule.ts";
import frequencyCapState from "./frequency-cap-state.ts";
import holidayBlackout from "./holiday-blackout.ts";
import quietHours from "./quiet-hours.ts";
import quietHoursState from "./quiet-hours-state.ts";
import statePackCoverage from "./state-pack-coverage.ts";
import stepAfterGoalWindow from "./step-after-goal-window.ts";
import timezoneFromLocation from "./timezone-from-location.ts";
import weeklyCapExceeded from "./weekly-cap-exceeded.ts";

/** Time and state law: T, in the order of codes. */
export const TIMING: readonly Rule[] = [
  quietHours,
  quietHoursState,
  timezoneFromLocation,
  weeklyCapExceeded,
  frequencyCapState,
  statePackCoverage,
  holidayBlackout,
  stepAfterGoalWindow,
];
