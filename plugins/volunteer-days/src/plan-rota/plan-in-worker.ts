import type { VolunteerDaysContext } from "../plugin.js";
import type { Rota, RotaProblem } from "./rota-problem.js";

/** The rota, planned in a thread: for readers and `prepare`, never in the write lane. */
export const planInWorker = ({ runInWorker }: Pick<VolunteerDaysContext, "runInWorker">, problem: RotaProblem): Promise<Rota> =>
  runInWorker("@lianxin/volunteer-days/rota-worker", { problem }) as Promise<Rota>;
