import { everywhere } from "@lianxin/plugin-kit";
import { errors } from "../errors.js";
import { planRota } from "../plan-rota/plan-rota.js";
import { showRota } from "../plan-rota/show-rota.js";
import type { VolunteerDaysContext } from "../plugin.js";
import { command } from "../services.js";
import { isDay, tellDay } from "../tell-time/tell-time.js";

type Board = Awaited<ReturnType<typeof showRota>>;

const allSeries = ({ db }: VolunteerDaysContext) =>
  everywhere(db, "volunteer_days_series", "the command shows every series of the house").selectAll().orderBy("createdAt").execute();

/** A line for each team: who has a place, then in brackets who would get the free ones; leaders with an asterisk. */
function tellTeams({ sites, days }: Board, from: string, to: string): string[] {
  const shown = days.filter(({ heldOn }) => heldOn >= from && heldOn <= to);
  return shown.flatMap(({ heldOn, state, holiday, reason, cells }) => {
    if (state !== "open") return [`${tellDay(heldOn)}  ${holiday ?? reason ?? state}`];
    return cells.map(({ taken, most, people, proposed }, i) => {
      const named = ({ name, kind }: { readonly name: string; readonly kind: string }) => (kind === "leader" ? `${name}*` : name);
      const names = [...people.map(named), ...proposed.map((one) => `（${named(one)}）`)];
      return `${tellDay(heldOn)}  ${sites[i]!.name}  ${taken}/${most}  ${names.join(" ")}`.trimEnd();
    });
  });
}

/** lianxin run volunteer-days.rota [from] [to] */
export const rotaCommand = command("rota", {
  describe:
    "接下来的排班，可写从哪天、到哪天；* 是组长，括号里是拟排、还没发布的 / the rota ahead; optionally from and to which day; * leads, in brackets is proposed and not published",
  async run(ctx, [from = ctx.clock.today(), to = "9999-12-31"]) {
    for (const value of [from, to]) if (!isDay(value)) throw errors.dayInvalid({ value });
    const parts = [];
    // A command has the lane to itself for a moment: what it shows is planned on the spot.
    for (const series of await allSeries(ctx))
      parts.push([`【${series.title}】`, ...tellTeams(await showRota(ctx, series, async (problem) => planRota(problem)), from, to)].join("\n"));
    return parts.join("\n\n");
  },
});
