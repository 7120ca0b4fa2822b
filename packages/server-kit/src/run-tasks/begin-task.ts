import type { Actor, AnyPlugin, TaskStanding, TaskState } from "@lianxin/plugin-kit";
import type { Platform } from "../answer-requests/platform.js";
import type { KitDb } from "../kit-tables.js";

interface NewTask {
  readonly plugin: AnyPlugin;
  readonly task: string;
  readonly input: object;
  readonly actor: Actor;
  readonly at: string;
}
const fresh = { state: "waiting", progress: null, wantsStop: false, error: null, lockedUntil: null, endedAt: null } as const;

/** Writes a task down in the request's own transaction: it begins after the commit, or never was. */
export async function beginTask(db: KitDb, { parts, ports }: Platform, { plugin, task, input, actor, at }: NewTask): Promise<string> {
  if (!parts.find((part) => part.plugin.id === plugin.id)?.tasks.some(({ id }) => id === task))
    throw new Error(`The plugin (${plugin.id}) has no task "${task}". Maybe add it to tasks in its server.ts.`);
  const { accountId: account, personId: person, language } = actor;
  const id = ports.newId();
  const row = { id, task: `${plugin.id}.${task}`, input: JSON.stringify(input), account, person, language, createdAt: at, ...fresh };
  await db.insertInto("kit_task").values(row).execute();
  return id;
}

/** How a task of this plugin stands; undefined for another plugin's. */
export async function findStanding(db: KitDb, plugin: AnyPlugin, id: string): Promise<TaskStanding | undefined> {
  const row = await db.selectFrom("kit_task").select(["task", "state", "progress", "error"]).where("id", "=", id).executeTakeFirst();
  if (!row?.task.startsWith(`${plugin.id}.`)) return undefined;
  return { id, state: row.state as TaskState, progress: row.progress === null ? null : (JSON.parse(row.progress) as unknown), error: row.error };
}

/** One that waits ends at once; one that runs hears it within half a second. */
export async function askToStop(db: KitDb, plugin: AnyPlugin, id: string): Promise<void> {
  const own = db.updateTable("kit_task").where("id", "=", id).where("task", "like", `${plugin.id}.%`);
  await own.set({ state: "stopped" }).where("state", "=", "waiting").execute();
  await own.set({ wantsStop: true }).where("state", "=", "running").execute();
}
