import { job } from "../services.js";
import { endAttendance, endIncidentWords } from "./end-attendance.js";
import { endChecks } from "./end-checks.js";
import { endGrown } from "./end-grown.js";
import { endProofs } from "./end-proofs.js";

/** Every night: what may not be kept any longer is not. How much went stands in the audit, nobody's name. */
export const endRetentionJob = job("end-retention", {
  every: "25 0 * * *",
  async run(ctx) {
    const [sessions, incidents, proofs] = [await endAttendance(ctx), await endIncidentWords(ctx), await endProofs(ctx)];
    const [checks, grown] = [await endChecks(ctx), await endGrown(ctx)];
    if (sessions + incidents + proofs.children + proofs.answers + checks + grown > 0)
      ctx.audit("retention.end", "all", { sessions, incidents, ...proofs, checks, grown });
  },
});
