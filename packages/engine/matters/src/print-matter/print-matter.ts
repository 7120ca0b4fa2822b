import { writeAnswerSlip, writeDay, writeMatterJourney, writeRaiseForm, type JourneyStep } from "@lianxin/documents";
import { entriesOf, partsOfMatter, type MatterRow } from "../find-matter/matter.repository.js";
import { isSecretName, knowsReporter, type NameRights } from "../find-matter/reader-rights.js";
import type { MattersContext } from "../plugin.js";
import { guestsOf } from "../raise-publicly/guest.repository.js";
import { referralsOf } from "../refer-matter/referral.repository.js";
import { tellStage } from "../tell-reporter/tell-stage.js";
import { dayOf } from "@lianxin/plugin-kit/days";
import { tellMinutes, tellMoment } from "./tell-moment.js";

type Entry = Awaited<ReturnType<typeof entriesOf>>[number];

/** The community and how to call its office. */
export async function officeOf({ use, text }: MattersContext): Promise<{ community: string; contact?: string }> {
  const community = await use.directory.community();
  const phone = community?.officePhone;
  return { community: community?.name ?? "", ...(phone && { contact: text("matters.paper.office", { phone }, "zh-CN") }) };
}

/** The blank form to raise a matter on paper (议题提出表). */
export async function printBlankForm(ctx: MattersContext): Promise<string> {
  return writeRaiseForm({ ...(await officeOf(ctx)), replyDays: ctx.config.replyDays });
}

/** Who raised it: by the directory, or as they called themselves where they have no account. */
async function findReporter({ db, use }: MattersContext, { reportedBy, guestId }: MatterRow): Promise<string | undefined> {
  if (reportedBy) return (await use.directory.findPerson(reportedBy))?.fullName;
  return guestId ? ((await guestsOf(db, [guestId])).get(guestId)?.name ?? undefined) : undefined;
}

/** Who raised it as a reader reads it: the name, that it is not shown to them, or that none was left. */
async function tellReporter(ctx: MattersContext, row: MatterRow, reader: NameRights): Promise<string> {
  const name = await findReporter(ctx, row);
  if (name !== undefined && knowsReporter(reader)) return name;
  return ctx.text(name === undefined ? "matters.unnamed" : "matters.hidden", {}, "zh-CN");
}

/** The answer to whoever raised it (回告单), addressed by name only for readers who may know it. */
export async function printAnswerSlip(ctx: MattersContext, row: MatterRow, reader: NameRights): Promise<string> {
  const { db, use, clock, text } = ctx;
  const last = (await entriesOf(db, row.id)).findLast(({ note, move }) => note !== null && move !== "splitOff");
  return writeAnswerSlip({
    ...(await officeOf(ctx)),
    to: (knowsReporter(reader) ? await findReporter(ctx, row) : undefined) ?? text("matters.paper.reporter", {}, "zh-CN"),
    number: row.number,
    title: row.title,
    place: [(await use.directory.findPlace(row.placeId))?.name, row.spot].filter(Boolean).join(" "),
    raisedOn: row.raisedOn,
    ...tellStage(ctx, row),
    ...(last?.note && { words: last.note }),
    writtenOn: clock.today(),
    recordId: row.number,
  });
}

async function tellSteps(ctx: MattersContext, row: MatterRow, reader: NameRights, entries: readonly Entry[]): Promise<JourneyStep[]> {
  const names = await ctx.use.directory.namesOf(entries.flatMap(({ byId }) => byId ?? []));
  const nameOf = (id: string | null) => (id === null || isSecretName(row, reader, id) ? "" : (names.get(id) ?? ""));
  return entries.map(({ move, at, byId, note }) => ({
    at: tellMoment(at, ctx.clock.zone),
    step: ctx.text(`matters.move.${move}`, {}, "zh-CN"),
    by: nameOf(byId),
    words: note ?? "",
  }));
}

/** Everything that happened to a matter and to the parts it was split into (诉求全程单). Whoever raised it is named only for readers who may know, as on the page. */
export async function printJourney(ctx: MattersContext, row: MatterRow, reader: NameRights): Promise<string> {
  const { db, use, clock } = ctx;
  const entries = await entriesOf(db, row.id);
  const parts = [];
  for (const part of await partsOfMatter(db, row.id)) {
    const { state } = tellStage(ctx, part);
    parts.push({ number: part.number, title: part.title, state, steps: await tellSteps(ctx, part, reader, await entriesOf(db, part.id)) });
  }
  // Said on one day and written down on another: nobody knows the hour, nor how long an answer took.
  const isWrittenLater = dayOf(row.createdAt, clock.zone) !== row.raisedOn;
  const first = entries.find(({ move }) => move !== "raise" && move !== "splitOff" && move !== "withdraw");
  return writeMatterJourney({
    community: (await officeOf(ctx)).community,
    number: row.number,
    title: row.title,
    place: [(await use.directory.findPlace(row.placeId))?.name, row.spot].filter(Boolean).join(" "),
    reporter: await tellReporter(ctx, row, reader),
    raisedAt: isWrittenLater ? writeDay(row.raisedOn) : `${writeDay(row.raisedOn)} ${tellMoment(row.createdAt, clock.zone).split(" ")[1]}`,
    state: tellStage(ctx, row).state,
    ...(first && !isWrittenLater && { responseTime: tellMinutes(row.createdAt, first.at) }),
    bounces: (await referralsOf(db, row.id)).filter(({ state }) => state === "returned").length,
    steps: await tellSteps(ctx, row, reader, entries),
    parts,
    printedOn: writeDay(clock.today()),
    recordId: row.number,
  });
}
