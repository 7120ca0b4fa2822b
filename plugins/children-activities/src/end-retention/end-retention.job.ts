import { job } from "../services.js";
import { endAttendance, endIncidentWords } from "./end-attendance.js";
import { endProofs } from "./end-proofs.js";

/** Every night: what may not be kept any longer is not. How much went stands in the audit, nobody's name. */
export const endRetentionJob = job("end-retention", {
  every: "25 0 * * *",
  async run(ctx) {
    const [sessions, incidents, proofs] = [await endAttendance(ctx), await endIncidentWords(ctx), await endProofs(ctx)];
    if (sessions + incidents + proofs.children + proofs.answers > 0) ctx.audit("retention.end", "all", { sessions, incidents, ...proofs });
  },
});
