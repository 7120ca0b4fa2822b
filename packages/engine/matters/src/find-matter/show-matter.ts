import { tellOpenWork } from "../answer-matter/answer-matter.js";
import { lateDaysOf } from "../follow-referrals/late-referral.js";
import { describeWarnings } from "../screen-matter/find-warnings.js";
import { tellStage } from "../tell-reporter/tell-stage.js";
import type { Guest } from "../raise-publicly/guest.repository.js";
import type { MatterRow } from "./matter.repository.js";
import { chooseReferralVerbs, chooseVerbs, isSecretName, knowsReporter, type ReaderRights, type Reading } from "./reader-rights.js";
import type { MatterPage } from "./matter-shape.js";

async function tellTimeline({ services, use }: Reading, row: MatterRow, rights: ReaderRights): Promise<MatterPage["timeline"]> {
  const entries = await services.matters.entriesOf(row.id);
  const names = await use.directory.namesOf(entries.flatMap(({ byId, forId }) => [byId ?? [], forId ?? []].flat()));
  const nameOf = (id: string | null) => (id === null || isSecretName(row, rights, id) ? null : (names.get(id) ?? null));
  return entries.map(({ move, toState, at, byId, forId, note }) => ({ move, toState, at, byName: nameOf(byId), forName: nameOf(forId), note }));
}

const otherOf = ({ id, number, title, state }: MatterRow) => ({ id, number, title, state });

async function showNames({ use }: Reading, row: MatterRow, rights: ReaderRights, guest: Guest | undefined) {
  const names = await use.directory.namesOf([row.reportedBy ?? [], row.enteredBy].flat());
  const reporter = (row.reportedBy ? names.get(row.reportedBy) : guest?.name) ?? null;
  return {
    placeName: (await use.directory.findPlace(row.placeId))?.name ?? "",
    reporterName: knowsReporter(rights) ? reporter : null,
    isReporterHidden: reporter !== null && !knowsReporter(rights),
    entererName: (row.isEntererHidden && !rights.isOwn) || !knowsReporter(rights) ? null : (names.get(row.enteredBy) ?? null),
  };
}

/** The matters this one belongs to and those that belong to it. */
async function showKin({ services: { matters } }: Reading, row: MatterRow) {
  const target = row.mergedIntoId ? await matters.find(row.mergedIntoId) : undefined;
  const whole = row.splitFromId ? await matters.find(row.splitFromId) : undefined;
  return {
    mergedInto: target ? otherOf(target) : null,
    mergedFrom: (await matters.mergedInto(row.id)).map(otherOf),
    splitFrom: whole ? otherOf(whole) : null,
    parts: (await matters.partsOf(row.id)).map(otherOf),
  };
}

async function showReferrals({ services, clock }: Reading, row: MatterRow, rights: ReaderRights) {
  const rows = await services.referrals.of(row.id);
  return {
    bounces: rows.filter(({ state }) => state === "returned").length,
    referrals: rows.map((referral) => {
      const { id, unitName: unit, office, isLead, state, sentAt, settledAt, words } = referral;
      return {
        id,
        unit,
        office,
        isLead,
        state,
        sentAt,
        settledAt,
        words,
        lateDays: lateDaysOf(referral, clock.now()),
        verbs: chooseReferralVerbs(referral, rights),
      };
    }),
  };
}

/** What the reader may do now; a split is taken back only while nobody dealt with a part. */
async function offerVerbs({ services }: Reading, row: MatterRow, rights: ReaderRights): Promise<string[]> {
  const verbs = chooseVerbs(row.state, rights);
  return verbs.includes("unsplit") && !(await services.matters.canUnsplit(row)) ? verbs.filter((verb) => verb !== "unsplit") : verbs;
}

/** The page's answer; who raised it without a name stays unnamed to everybody else, and who raised it to the units that work on it. */
export async function showMatter(reading: Reading, row: MatterRow, rights: ReaderRights): Promise<MatterPage> {
  const { services, clock } = reading;
  const { id, number, title, detail, wish, spot, state, raisedOn, referredTo, meetingId, decisionId, channel, replyBy } = row;
  const guest = row.guestId ? (await services.matters.guests([row.guestId])).get(row.guestId) : undefined;
  const isWaiting = state === "proposed" || state === "screening";
  return {
    ...{ id, number, title, detail, wish, spot, state, raisedOn, referredTo, meetingId, decisionId, channel, replyBy },
    ...(await showNames(reading, row, rights, guest)),
    ...(await showKin(reading, row)),
    ...(await showReferrals(reading, row, rights)),
    isPersonal: rights.isPersonal,
    affected: [...(row.affected ?? [])],
    isReplyLate: isWaiting && replyBy !== null && replyBy < clock.today(),
    answer: tellStage(reading, row).answer,
    hasCaller: rights.mayScreen && guest?.hasPhone === true,
    openWork: [...tellOpenWork(reading, row)],
    warnings: describeWarnings(row.warningCodes),
    answers: rights.maySee ? ((await services.matters.findScreening(id))?.answers ?? null) : null,
    timeline: await tellTimeline(reading, row, rights),
    verbs: await offerVerbs(reading, row, rights),
  };
}
