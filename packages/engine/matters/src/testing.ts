import type { NewMatter } from "./raise-matter/raise-matter.js";
import type { services } from "./services.js";

/** What the makers need of a running test: `startPlugin(…)` gives it. */
export interface Rehearsal {
  write<T>(pluginId: string, work: (ctx: any) => Promise<T>): Promise<T>;
}
interface Context {
  readonly services: ReturnType<typeof services>;
  readonly use: { readonly directory: { community(): Promise<{ readonly placeId: string } | undefined> } };
}
const everyAnswer = { isPublic: true, isLawful: true, isOurLevel: true, isConcrete: true, isNew: true, areSidesKnown: true, usesMaintenanceFund: false };

/**
 * A matter in a community that `aCommunity(app)` made, raised by a person; `isAccepted` takes it through screening, so that a meeting can
 * treat it.
 */
export async function aMatter(
  app: Rehearsal,
  { personId, isAccepted = false, ...matter }: { readonly personId: string; readonly isAccepted?: boolean } & Partial<NewMatter>,
): Promise<{ id: string; number: string }> {
  return app.write("matters", async (ctx: Context) => {
    const placeId = matter.placeId ?? (await ctx.use.directory.community())?.placeId;
    if (!placeId) throw new Error("There is no community yet. Maybe call aCommunity(app) first.");
    const raised = await ctx.services.matters.raise({
      title: "小区东侧挡土墙坍毁约 12 米",
      reporter: "self",
      enteredBy: personId,
      isDesk: false,
      ...matter,
      placeId,
    });
    if (isAccepted) await ctx.services.matters.screen((await ctx.services.matters.find(raised.id))!, { answers: everyAnswer, outcome: "accepted" });
    return raised;
  });
}
