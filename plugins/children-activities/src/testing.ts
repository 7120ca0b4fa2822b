/** A home with its people, for benches and for tests of the whole house. */
export { linkOf } from "./ask-guardian/door.js";
export { noCounts, phoneOf, planBody, publishPlan, setStage, type Stage, type StageOptions } from "./testing/stage.js";
export { foresee } from "./judge-safety/foresee.js";
export { ratioPackOn } from "./judge-safety/ratio-packs.js";
