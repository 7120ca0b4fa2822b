import { checkup } from "./services.js";
import { findChangedNotices } from "./take-objections/take-objections.js";

export const noticesUnchanged = checkup("notices-unchanged", {
  describe: "每一份公示和贴出时的指纹一致",
  run: ({ db }) => findChangedNotices(db),
});
