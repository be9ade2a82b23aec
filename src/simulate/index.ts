export { type CapacityFinding, capacityFindings, type DailyLoad, dailyLoads } from "./capacity.ts";
export { capacityChart } from "./capacity-chart.ts";
export { type Failure, PROPERTIES, type Property } from "./failure.ts";
export { type ChecklistItem, type Evidence, launchChecklist } from "./launch-checklist.ts";
export { type ResponseModel, type ResponseRates, responseModel } from "./response-model.ts";
export { type SimulatedDay, type SimulateOptions, type Simulation, simulate } from "./simulate.ts";
export { type PlaceInFile, placeOf } from "./where.ts";
