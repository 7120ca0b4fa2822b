import type { AssignmentLine } from "@lianxin/documents";
import { errors } from "../errors.js";
import { itemsOf, type MeetingRow } from "../find-meeting/meeting.repository.js";
import { matterIdOf } from "../follow-matter/matter-of.js";
import type { MeetingsContext } from "../plugin.js";
import { showParts } from "../run-meeting/show-parts.js";
import { dayOf, tellForMinutes } from "../tell-time/tell-time.js";
import { tellNumber } from "../write-notice/tell-number.js";
import { cutOffsOf, readSums } from "./compile-list.js";

/** The list of a meeting with its account: opened + rolled = closed + open + deferred + merged + withdrawn. Throws noListHere. */
export async function showList(ctx: MeetingsContext, meeting: MeetingRow) {
  const cutOffs = await cutOffsOf(ctx, meeting);
  if (!cutOffs) throw errors.noListHere();
  const items = await itemsOf(ctx.db, meeting.id);
  const { parts: counted, ...sums } = await readSums(ctx, { ...meeting, ...cutOffs });
  const rolled = new Set(counted.filter(({ isRolled }) => isRolled).map(({ partId }) => partId));
  const parts = new Map((await showParts(ctx, meeting.id, items)).map((part) => [part.id, part]));
  const { title, state } = meeting;
  return {
    ...{ title, state, since: cutOffs.listSince, cutOff: cutOffs.listCutOff, sums },
    lines: items.map(({ id, title, partId, matterId, state }) => {
      const part = parts.get(partId ?? "");
      return {
        ...{ id, title, partId, matterId, state, isRolled: partId !== null && rolled.has(partId), standard: part?.standard ?? "" },
        owner: part?.owner ? { organization: part.owner.organization, person: part.owner.person, dueOn: part.owner.dueOn } : null,
        supporting: part?.owner?.supporting ?? [],
        deferred: part?.deferred ?? null,
      };
    }),
  };
}

/** The account of a meeting with a list in one line, for its minutes; undefined of any other. */
export async function tellAccount(ctx: MeetingsContext, meeting: MeetingRow): Promise<string | undefined> {
  const cutOffs = await cutOffsOf(ctx, meeting);
  if (!cutOffs) return undefined;
  const { parts: _, ...sums } = await readSums(ctx, { ...meeting, ...cutOffs });
  return ctx.text("meetings.list.sums", sums, "zh-CN");
}

/**
 * The list as its papers print it; numbers are those of the matters the lines came from. `isOnlyAssigned`: without what was put off beyond the meeting
 * and, once it is over, what nobody leads, for nobody is handed a sheet for that. Throws noListHere, timeNeeded.
 */
export async function describeList(ctx: MeetingsContext, meeting: MeetingRow, isOnlyAssigned = false) {
  const { lines: all } = await showList(ctx, meeting);
  if (!meeting.startsAt || !meeting.endsAt) throw errors.timeNeeded();
  const day = dayOf(meeting.startsAt, ctx.clock.zone);
  const isHandedOut = ({ owner, deferred }: (typeof all)[number]) =>
    (deferred === null || deferred.reviewOn <= day) && (owner !== null || meeting.closedAt === null);
  const lines = isOnlyAssigned ? all.filter(isHandedOut) : all;
  const parts = new Map(
    (
      await ctx.use.commitments.partsOfMeeting(
        meeting.id,
        lines.flatMap(({ partId }) => partId ?? []),
      )
    ).map((part) => [part.id, part]),
  );
  const described: AssignmentLine[] = [];
  for (const { partId, title, isRolled, owner, supporting, standard, deferred } of lines) {
    const part = parts.get(partId ?? "");
    const matterId = part && (await matterIdOf(ctx.db, { sourceKind: part.source.kind, sourceId: part.source.id }));
    const matter = matterId ? await ctx.use.matters.findMatter(matterId) : undefined;
    const place = matter ? await ctx.use.directory.findPlace(matter.placeId) : undefined;
    const origin = ctx.text(isRolled ? "meetings.list.rolled" : "meetings.list.opened", {}, "zh-CN");
    const off = deferred ? ctx.text("meetings.list.deferredTo", { reason: deferred.reason, day: deferred.reviewOn }, "zh-CN") : undefined;
    described.push({
      ...{ number: matter?.number ?? "", title, place: place?.name ?? "", origin, situation: part?.source.title ?? "", supporting },
      ...(off && { obstacle: off }),
      ...(owner && { lead: owner.organization, owner: owner.person, dueOn: owner.dueOn }),
      ...(standard && { standard }),
    });
  }
  return {
    title: [meeting.title, tellNumber(meeting)].filter(Boolean).join(" "),
    ...{ time: tellForMinutes(meeting.startsAt, meeting.endsAt, ctx.clock.zone), place: meeting.venueName ?? "", lines: described, recordId: meeting.id },
  };
}
