export { type Failure, PROPERTIES, type Property } from "./failure.ts";
export { responseModel } from "./response-model.ts";
export { type SimulatedDay, type SimulateOptions, type Simulation, simulate } from "./simulate.ts";
export { type PlacedFailure, type SimulatedPeople, simulationFile } from "./simulation-file.ts";
export { type PlaceInFile, placeOf } from "./where.ts";
