import { DocumentRefused, writeGroupText, writePoster, writeSms } from "@lianxin/documents";
import { errors } from "../errors.js";
import { inviteesOf, itemsOf, type MeetingRow } from "../find-meeting/meeting.repository.js";
import { listMaterials, tellMaterials } from "../keep-materials/keep-materials.js";
import { tellTitles } from "../order-agenda/clock-agenda.js";
import type { MeetingsContext } from "../plugin.js";
import { findBody } from "../set-up-body/body.repository.js";
import { dayOf, tellForNotice, tellTime, weekdayOf } from "../tell-time/tell-time.js";

/** What every form of the notice says. */
export interface NoticeFacts {
  readonly community: string;
  readonly body: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly titles: readonly string[];
  /** What there is to read beforehand, each with where it lies. */
  readonly materials: readonly string[];
  readonly audience: string;
  readonly contact: string;
  /** The day on the poster: the last one for putting it up, or today when that is past. */
  readonly issuedOn: string;
  readonly recordId: string;
}

/** Collects the facts of a meeting with a time; throws timeNeeded. */
export async function readNoticeFacts({ db, use, clock, text }: MeetingsContext, meeting: MeetingRow): Promise<NoticeFacts> {
  const { startsAt, endsAt, venueName } = meeting;
  if (!startsAt || !endsAt || !venueName) throw errors.timeNeeded();
  const community = await use.directory.community();
  const body = (await findBody(db, meeting.bodyId))!;
  const invitees = await inviteesOf(db, meeting.id);
  const voting = invitees.filter(({ kind }) => kind === "voting").length;
  return {
    ...{ community: community?.name ?? body.name, body: `${community?.name ?? ""}${body.name}`, startsAt, endsAt, place: venueName, recordId: meeting.id },
    titles: tellTitles(await itemsOf(db, meeting.id)),
    materials: tellMaterials(await listMaterials({ db }, meeting.id)),
    audience: text("meetings.notice.audience", { voting, others: invitees.length - voting }, "zh-CN"),
    contact: [text("meetings.notice.office", {}, "zh-CN"), community?.officePhone].filter(Boolean).join(" "),
    issuedOn: clock.today(),
  };
}

/** The notice to put up: a complete HTML page for A4. */
export const writeNoticePoster = ({ community, titles, startsAt, endsAt, ...facts }: NoticeFacts, zone: string): string =>
  writePoster({ ...facts, time: tellForNotice(startsAt, endsAt, zone), matters: titles, issuer: community });

/** The text to paste in a group. */
export const writeNoticeGroupText = ({ community, body, startsAt, endsAt, place, titles, materials, audience, contact }: NoticeFacts, zone: string): string =>
  writeGroupText({ community, title: `${body}会议通知`, time: tellForNotice(startsAt, endsAt, zone), place, matters: titles, materials, audience, contact });

/** One SMS of at most 70 characters; throws smsTooLong when time and place alone are longer. */
export function writeNoticeSms({ community, startsAt, place, titles, contact }: NoticeFacts, zone: string): string {
  const day = dayOf(startsAt, zone);
  const date = `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日(${weekdayOf(day)})`;
  const matter = titles.length > 1 ? `${titles[0]}等${titles.length}项` : (titles[0] ?? "");
  try {
    return writeSms({ community, date, time: tellTime(startsAt, zone), place, matter, contact: contact.split(" ").at(-1) ?? "" });
  } catch (error) {
    if (error instanceof DocumentRefused) throw errors.smsTooLong({ place });
    throw error;
  }
}
