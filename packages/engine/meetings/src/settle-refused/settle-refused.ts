import { errors } from "../errors.js";
import type { MeetingsContext } from "../plugin.js";
import { commandsOf, findCommand } from "../run-meeting/command.repository.js";
import { readTeller } from "./tell-command.js";

async function checkRefused({ db }: MeetingsContext, meetingId: string, commandId: string): Promise<void> {
  const command = await findCommand(db, commandId);
  if (command?.meetingId !== meetingId || command.refusedCode === null) throw errors.refusedUnknown({}, "params.commandId");
}

const settledOf = ({ db }: MeetingsContext, meetingId: string) =>
  db.selectFrom("meetings_settled_refusal").selectAll().where("meetingId", "=", meetingId).execute();

/** Somebody dealt with a refused command: who and when is kept beside the log, which stays as it is. Once more changes nothing. Throws refusedUnknown. */
export async function settleRefused(ctx: MeetingsContext, meetingId: string, commandId: string): Promise<void> {
  await checkRefused(ctx, meetingId, commandId);
  const { db, actor, clock, audit } = ctx;
  if ((await settledOf(ctx, meetingId)).some(({ id }) => id === commandId)) return;
  await db.insertInto("meetings_settled_refusal").values({ id: commandId, meetingId, byId: actor.personId, at: clock.now() }).execute();
  audit("settleRefused", commandId, { meetingId });
}

/** It was not dealt with after all. Throws refusedUnknown. */
export async function reopenRefused(ctx: MeetingsContext, meetingId: string, commandId: string): Promise<void> {
  await checkRefused(ctx, meetingId, commandId);
  await ctx.db.deleteFrom("meetings_settled_refusal").where("id", "=", commandId).execute();
  ctx.audit("reopenRefused", commandId, { meetingId });
}

/** Refused commands of a recording: what each said in words and names, why it was refused and what to do, and who dealt with it. */
export async function listRefused(ctx: MeetingsContext, meetingId: string) {
  const log = await commandsOf(ctx.db, meetingId);
  const rows = log.filter(({ refusedCode }) => refusedCode !== null);
  if (rows.length === 0) return [];
  const tell = await readTeller(ctx, meetingId, log);
  const settled = await settledOf(ctx, meetingId);
  const names = await ctx.use.directory.namesOf(settled.flatMap(({ byId }) => byId ?? []));
  return rows.map(({ id, at, device, sequence, kind, payload, refusedCode, refusedParams }) => {
    const [plugin, name] = refusedCode!.split(".");
    const done = settled.find((one) => one.id === id);
    return {
      ...{ id, at, device, sequence, kind, said: tell(payload) },
      message: ctx.text(`${plugin}.error.${name}`, refusedParams ?? {}),
      remedy: ctx.text(`${plugin}.error.${name}.remedy`, refusedParams ?? {}),
      settled: done ? { by: names.get(done.byId ?? "") ?? "", at: done.at } : null,
    };
  });
}
