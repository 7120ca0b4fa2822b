import type { MeetingsDb } from "../plugin.js";

export const commandsOf = (db: MeetingsDb, meetingId: string) =>
  db.selectFrom("meetings_command").selectAll().where("meetingId", "=", meetingId).orderBy("position").execute();

export const findCommand = (db: MeetingsDb, id: string) => db.selectFrom("meetings_command").selectAll().where("id", "=", id).executeTakeFirst();
