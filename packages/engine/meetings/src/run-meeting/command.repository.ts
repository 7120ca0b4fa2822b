import type { MeetingsDb } from "../plugin.js";

export const commandsOf = (db: MeetingsDb, meetingId: string) =>
  db.selectFrom("meetings_command").selectAll().where("meetingId", "=", meetingId).orderBy("position").execute();

export const findCommand = (db: MeetingsDb, id: string) => db.selectFrom("meetings_command").selectAll().where("id", "=", id).executeTakeFirst();
type CommandRow = NonNullable<Awaited<ReturnType<typeof findCommand>>>;

/** What nobody may change of a command once it is in the log. */
export const commandContent = ({ id: _id, byId: _byId, ...content }: CommandRow) => content;

export async function commandContents(db: MeetingsDb, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db.selectFrom("meetings_command").selectAll().where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, commandContent(row)]));
}

export async function countCommands(db: MeetingsDb): Promise<number> {
  const { count } = await db
    .selectFrom("meetings_command")
    .select(({ fn }) => fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}
