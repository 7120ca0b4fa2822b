import type { ActivitiesContext } from "../plugin.js";
import { job } from "../services.js";
import { endAttendance, endIncidentWords } from "./end-attendance.js";
import { endChecks } from "./end-checks.js";
import { endClosed } from "./end-closed.js";
import { endGrown } from "./end-grown.js";
import { endProofs } from "./end-proofs.js";
import { endImports } from "../import-children/undo-import.js";

/**
 * One of what may not be kept any longer and is not, every night. A job of its own each: when one fails, it says so by its name and the others go on. How much went stands in the audit, nobody's
 * name.
 */
const ending = (id: string, minute: number, end: (ctx: ActivitiesContext) => Promise<Readonly<Record<string, number>>>) =>
  job(id, {
    every: `${minute} 0 * * *`,
    async run(ctx) {
      const ended = await end(ctx);
      if (Object.values(ended).some((count) => count > 0)) ctx.audit("retention.end", id, ended);
    },
  });

/** In the order in which one makes room for the next: proofs go when no attendance stands on them. */
export const retentionJobs = [
  ending("end-attendance", 25, async (ctx) => ({ sessions: await endAttendance(ctx) })),
  ending("end-incidents", 26, async (ctx) => ({ incidents: await endIncidentWords(ctx) })),
  ending("end-proofs", 27, endProofs),
  ending("end-checks", 28, async (ctx) => ({ checks: await endChecks(ctx) })),
  ending("end-imports", 24, async (ctx) => ({ imports: await endImports(ctx) })),
  ending("end-closed", 30, async (ctx) => ({ children: await endClosed(ctx) })),
  ending("end-grown", 29, async (ctx) => ({ grown: await endGrown(ctx) })),
];
