import { findWrongTallies } from "./keep-state/check-tally.js";
import { checkup } from "./services.js";

export const checkups = [checkup("tally-right", { describe: "议题的件数和台账相符", run: ({ db }) => findWrongTallies(db) })];
