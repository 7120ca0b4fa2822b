import { bound, handlersFor } from "@lianxin/plugin-kit";
import { askStandIns } from "./ask-volunteers/ask-volunteers.js";
import { getDuty } from "./ask-volunteers/write-down.js";
import { dutiesOfProgramme, fillProgramme, showDuties } from "./fill-duties/fill-duties.js";
import { childrenVolunteers, type BridgeContext } from "./plugin.js";
import { showMine, takeOwn } from "./take-duty/take-duty.js";

/** What the handlers of the bridge may reach. */
export const services = (ctx: BridgeContext) => ({
  duties: bound(ctx, { list: showDuties, ofProgramme: dutiesOfProgramme, fill: fillProgramme }),
  asks: { ...bound(ctx, { duty: getDuty, standIns: askStandIns }), more: (sessionId: string) => askStandIns(ctx, sessionId) },
  mine: bound(ctx, { show: showMine, take: takeOwn }),
});

/** Everything a handler of the bridge can reach is typed here, once. */
export const { route, on } = handlersFor(childrenVolunteers, services);
