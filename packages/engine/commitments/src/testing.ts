import type { NewCommitment, NewPart, PartSource } from "./commitments.js";
import type { services } from "./services.js";

/** What the makers need of a running test: `startPlugin(…)` gives it. */
export interface Rehearsal {
  write<T>(pluginId: string, work: (ctx: any) => Promise<T>): Promise<T>;
}
interface Context {
  readonly services: ReturnType<typeof services>;
  readonly use: { readonly directory: { community(): Promise<{ readonly path: string } | undefined> } };
}

/** A part in a community that `aCommunity(app)` made; nobody leads it. */
export function aPart(app: Rehearsal, { source, ...part }: Partial<NewPart> & { readonly source?: Partial<PartSource> } = {}): Promise<string> {
  return app.write("commitments", async ({ services, use }: Context) => {
    const placePath = part.placePath ?? (await use.directory.community())?.path;
    if (!placePath) throw new Error("There is no community yet. Maybe call aCommunity(app) first.");
    const from = { kind: "test.source", id: "source-1", meetingId: null, title: "莲心议事会第 9 次会议", ...source };
    const [id] = await services.parts.open(from, [{ title: "拆除与清运", standard: "残墙拆完、渣土运走、过磅单齐全", ...part, placePath }]);
    return id!;
  });
}

/** A commitment for a part, or for a new one; `ownerOrganizationId`, `ownerId` and `dueOn` have to be said. It is offered and waits for its owner's word. */
export async function aCommitment(
  app: Rehearsal,
  { partId, ...input }: Pick<NewCommitment, "ownerOrganizationId" | "ownerId" | "dueOn"> & Partial<NewCommitment> & { readonly partId?: string },
): Promise<{ id: string; partId: string }> {
  const at = partId ?? (await aPart(app));
  return app.write("commitments", async ({ services }: Context) => {
    const { id } = await services.parts.commit(at, { origin: "claimed", supportingOrganizationIds: [], conditions: null, verifierId: null, ...input });
    return { id, partId: at };
  });
}
