import type { NewItem } from "./draft-meeting/plan-agenda.js";
import type { services } from "./services.js";
import type { NewParty } from "./set-up-body/set-up-body.js";

/** What the makers need of a running test: `startPlugin(…)` gives it. */
export interface Rehearsal {
  write<T>(pluginId: string, work: (ctx: any) => Promise<T>): Promise<T>;
}
interface Context {
  readonly services: ReturnType<typeof services>;
  readonly use: { readonly directory: { community(): Promise<{ readonly placeId: string } | undefined> } };
  readonly clock: { now(): string };
}

/** A body (a deliberation council when no template is said) in the community that `aCommunity(app)` made, with these parties and seats. */
export const aBody = (
  app: Rehearsal,
  {
    parties,
    name = "莲心议事会",
    template = "deliberation_council",
    heldThisYear,
  }: { readonly parties: readonly NewParty[]; readonly name?: string; readonly template?: string; readonly heldThisYear?: number },
): Promise<string> =>
  app.write("meetings", async ({ services, use }: Context) => {
    const community = await use.directory.community();
    if (!community) throw new Error("There is no community yet. Maybe call aCommunity(app) first.");
    return services.bodies.setUp({ placeId: community.placeId, name, template, parties, heldThisYear });
  });

/** A meeting of a body, announced for a time when one is given: `startsAt` "2026-09-09T15:00" in the community's zone. */
export const aMeeting = (
  app: Rehearsal,
  {
    bodyId,
    items = [{ title: "通报上月的事", minutes: 20 }],
    startsAt,
    placeText = "二楼议事室",
  }: { readonly bodyId: string; readonly items?: readonly NewItem[]; readonly startsAt?: string; readonly placeText?: string },
): Promise<string> =>
  app.write("meetings", async ({ services }: Context) => {
    const id = await services.drafts.add((await services.bodies.find(bodyId))!, { items });
    if (!startsAt) return id;
    await services.notices.chooseSlot((await services.meetings.find(id))!, { startsAt, placeText });
    await services.notices.publish((await services.meetings.find(id))!, { lateReason: "测试" });
    return id;
  });
