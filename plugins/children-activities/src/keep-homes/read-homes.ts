import { mayAnywhere } from "@lianxin/web-kit";
import { api } from "../api.js";

/** The homes the reader may plan at: those of their office, and those they answer for whatever their office. */
export async function readHomesToPlan() {
  const { homes } = await (mayAnywhere("children-activities.see") ? api("GET /homes") : api("GET /mine/homes"));
  return mayAnywhere("children-activities.plan") ? homes : homes.filter(({ isMine }) => isMine);
}
