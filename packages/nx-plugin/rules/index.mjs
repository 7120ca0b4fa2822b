import { noBareList } from "./no-bare-list.mjs";
import { noOpenAnswer } from "./no-open-answer.mjs";

/** House rules as lint; each message says why, and what instead. */
export default { rules: { "no-bare-list": noBareList, "no-open-answer": noOpenAnswer } };
