export * from "./date.ts";
export * from "./day-set.ts";
export * from "./duration.ts";
export { holidayIn, nextHoliday } from "./holidays.ts";
export * from "./reading.ts";
export { isTimeZone, timeZones } from "./time-zones.ts";
export * from "./window.ts";
