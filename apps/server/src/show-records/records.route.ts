import type { Actor } from "@lianxin/plugin-kit";
import { failures, type Platform, type ServerOptions } from "@lianxin/server-kit";
import { openDesk, type DirectoryDesk } from "../load-files/directory-desk.js";
import { pageSize, readDeeds, readReveals } from "./read-records.js";

const readers = ["administrator", "secretary", "auditor"];
/** Greater than any id: the newest page. */
const newest = "\uffff";

/** Records are of the whole house: who reads them holds a role that says so at the community itself. Throws notAllowed. */
async function checkReader({ read }: DirectoryDesk, actor: Actor): Promise<void> {
  const isReader = await read(async ({ settings, others }) => {
    const setting = await settings.find();
    const roles = actor.personId ? await others.rolesOf(actor.personId) : [];
    return setting !== undefined && roles.some((role) => readers.includes(role.kind) && setting.placePath.startsWith(role.placePath));
  });
  if (!isReader) throw failures.notAllowed({ permission: readers.join(", ") });
}

/** The lines of a page with the names of everybody in them, and where the next page begins. */
async function named<L extends { readonly id: string; readonly personId: string | null }>(
  { read }: DirectoryDesk,
  lines: readonly L[],
  peopleIn: (line: L) => readonly string[],
) {
  const page = lines.slice(0, pageSize);
  const ids = [...new Set(page.flatMap((line) => [...(line.personId ? [line.personId] : []), ...peopleIn(line)]))];
  const names = Object.fromEntries(await read(({ others }) => others.namesOf(ids)));
  return { lines: page, names, next: lines.length > pageSize ? page.at(-1)!.id : null };
}

const schema = (summary: string) => ({
  summary,
  tags: ["records"],
  querystring: { type: "object", properties: { before: { type: "string", maxLength: 64 } }, additionalProperties: false },
});

/** GET /api/records/deeds and /api/records/reveals: who did what, and who opened whose contact data; newest first, fifty a page. */
export const serveRecords = (http: Parameters<NonNullable<ServerOptions["serve"]>>[0], platform: Platform): void => {
  const config = { policy: { may: "signed-in", at: "none" } } as const;
  const before = (query: unknown): string => (query as { before?: string }).before ?? newest;
  http.get("/api/records/deeds", { config, schema: schema("Who did what, newest first") }, async ({ actor, query }, reply) => {
    const desk = openDesk(platform, actor);
    await checkReader(desk, actor);
    reply.header("cache-control", "no-store");
    return named(desk, await readDeeds(platform, before(query)), (deed) => [deed.target]);
  });
  http.get(
    "/api/records/reveals",
    { config, schema: schema("Who opened whose contact or sensitive values, newest first") },
    async ({ actor, query }, reply) => {
      const desk = openDesk(platform, actor);
      await checkReader(desk, actor);
      reply.header("cache-control", "no-store");
      return named(desk, await readReveals(platform, before(query)), (reveal) => reveal.subjects);
    },
  );
};
