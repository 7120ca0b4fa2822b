import { everywhere } from "@lianxin/plugin-kit";
import { planRota } from "../plan-rota/plan-rota.js";
import { showRota } from "../plan-rota/show-rota.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { command } from "../services.js";
import { tellDay } from "../tell-time/tell-time.js";

type Board = Awaited<ReturnType<typeof showRota>>;

const allSeries = ({ db }: VolunteerDaysContext) =>
  everywhere(db, "volunteer_days_series", "the command shows every series of the house").selectAll().orderBy("createdAt").execute();

/** A line for each team: who has a place, then in brackets who would get the free ones. */
function tellTeams({ sites, days }: Board, from: string, to: string): string[] {
  const shown = days.filter(({ heldOn }) => heldOn >= from && heldOn <= to);
  return shown.flatMap(({ heldOn, state, holiday, reason, cells }) => {
    if (state !== "open") return [`${tellDay(heldOn)}  ${holiday ?? reason ?? state}`];
    return cells.map(({ taken, most, people, proposed }, i) => {
      const names = [...people.map(({ name }) => name), ...proposed.map(({ name }) => `（${name}）`)];
      return `${tellDay(heldOn)}  ${sites[i]!.name}  ${taken}/${most}  ${names.join(" ")}`.trimEnd();
    });
  });
}

/** lianxin run volunteer-days.rota [from] [to] */
export const rotaCommand = command("rota", {
  describe: "接下来的排班，可写从哪天、到哪天 / the rota ahead; optionally from and to which day",
  async run(ctx, [from = ctx.clock.today(), to = "9999-12-31"]) {
    const parts = [];
    // A command has the lane to itself for a moment: what it shows is planned on the spot.
    for (const series of await allSeries(ctx))
      parts.push([`【${series.title}】`, ...tellTeams(await showRota(ctx, series, async (problem) => planRota(problem)), from, to)].join("\n"));
    return parts.join("\n\n");
  },
});
