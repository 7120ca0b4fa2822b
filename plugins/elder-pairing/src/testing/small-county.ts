import { storeLines } from "../import-registers/store-lines.js";
import { planPairs } from "../plan-pairs/plan-pairs.js";
import { readFacts } from "../plan-pairs/read-facts.js";
import { publishPairing, readyDraft } from "../run-pairing/publish-pairing.js";
import { readMark } from "../run-pairing/read-mark.js";
import { summarisePlan, type RunSummary } from "../run-pairing/summarise-plan.js";
import { setSmallStage, type Stage, type StageOptions } from "./stage.js";

export interface Person {
  readonly name: string;
  readonly sex?: "男" | "女";
  readonly village?: string;
}
export interface SmallStage extends Stage {
  elderId(name: string): Promise<string>;
  cadreId(name: string): Promise<string>;
  /** Plans the matching on the spot, which spares a test the start of a thread, and puts it in force; gives its summary. */
  run(): Promise<RunSummary>;
  /** Everybody agrees to every pair that waits. */
  agreeAll(): Promise<void>;
  bring(elders: readonly Person[], cadres: readonly (Person & { readonly unit?: string })[]): Promise<void>;
}
let phones = 0;

/** A township of two villages with whoever is named; elders live alone and are women unless said otherwise. */
export async function setSmallCounty(
  elders: readonly Person[],
  cadres: readonly (Person & { readonly unit?: string })[],
  options: StageOptions = {},
): Promise<SmallStage> {
  const stage = await setSmallStage(["柳树坡村", "河口村"], options);
  const idOf = (table: string) => async (name: string) => {
    const row: any = await stage.ask(({ db }) => db.selectFrom(table).select("id").where("name", "=", name).executeTakeFirstOrThrow());
    return row.id as string;
  };
  const bring: SmallStage["bring"] = async (olds, helpers) => {
    const elderLines = olds.map(({ name, sex = "女", village = "柳树坡村" }, i) => ({
      line: i + 2,
      values: { name, sex, birthYear: "1940", village, living: sex === "女" ? "独居" : "与家人同住", dialect: "赣语" },
    }));
    const cadreLines = helpers.map(({ name, sex = "女", village = "柳树坡村", unit = "县财政局" }, i) => ({
      line: i + 2,
      values: { name, sex, unit, phone: `1990001${String(phones++).padStart(4, "0")}`, villages: village, dialects: "赣语" },
    }));
    await stage.ask(async (ctx) => {
      if (cadreLines.length > 0) await storeLines(ctx, "cadres", stage.county.path, cadreLines);
      if (elderLines.length > 0) await storeLines(ctx, "elders", stage.county.path, elderLines);
    });
  };
  await bring(elders, cadres);
  return {
    ...stage,
    ...{ bring, elderId: idOf("elder_pairing_elder"), cadreId: idOf("elder_pairing_cadre") },
    run: () =>
      stage.ask(async (ctx) => {
        const mark = await readMark(ctx, ctx.clock.today());
        const { facts } = await readFacts(ctx, ctx.clock.today(), "all");
        const plan = planPairs(facts);
        await publishPairing(ctx, stage.county.path, await readyDraft(ctx, mark, { facts, plan }));
        return summarisePlan(plan);
      }),
    async agreeAll() {
      const waiting: any[] = await stage.ask(({ db }) =>
        db
          .selectFrom("elder_pairing_pair")
          .select("elderId")
          .where("role", "=", "primary")
          .where("untilOn", "is", null)
          .where("effectiveOn", "is", null)
          .execute(),
      );
      for (const { elderId } of waiting)
        for (const side of ["cadre", "elder"]) await stage.call("POST /elders/:elderId/agree", { params: { elderId }, body: { side } });
    },
  };
}
