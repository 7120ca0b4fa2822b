/** The county of story A5 with its two sheets, for benches that need it at full size. */
export { setStoryStage, type Stage } from "./testing/stage.js";
