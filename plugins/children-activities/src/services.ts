import { bound, handlersFor, lazily, type Place } from "@lianxin/plugin-kit";
import { openDoor, sendDoorCode } from "./ask-guardian/door.js";
import { copyOwn } from "./ask-guardian/copy-own.js";
import { askErasure, undoErasure } from "./keep-children/ask-erasure.js";
import { answerOwn, correctOwn, correctOwnName, endOwnCollector, eraseOwn, nameOwnCollector, showOwn, undoOwnErasure } from "./ask-guardian/guardian-page.js";
import type { NewDuty } from "./children-activities.js";
import { confirmDuties, endConfirmation, listConfirmations } from "./confirm-duties/duties.js";
import { errors } from "./errors.js";
import { writeEmptyList } from "./import-children/empty-list.js";
import { findImport, importLines, showImports, startImport } from "./import-children/import-children.js";
import { annotateList, judgeList, readList } from "./import-children/read-list.js";
import { undoImport } from "./import-children/undo-import.js";
import { addGuardian } from "./keep-children/add-guardian.js";
import { findChild, findCollector, findGuardian } from "./keep-children/child.repository.js";
import { correctGuardian } from "./keep-children/correct-guardian.js";
import { endGuardian } from "./keep-children/end-guardian.js";
import { correctChild } from "./keep-children/correct-child.js";
import { endCollectorAsDirector, nameCollector } from "./keep-children/name-collector.js";
import { signableTexts } from "./keep-children/signed-answers.js";
import { registerChild } from "./keep-children/register-child.js";
import { showChildren } from "./keep-children/show-children.js";
import { recordAnswer } from "./keep-consents/record-consent.js";
import { findHome } from "./keep-homes/home.repository.js";
import { changeHome, openHome, showClosedVenues, showHomes, showOwnHomes } from "./keep-homes/keep-home.js";
import { showHome } from "./keep-homes/show-home.js";
import { mustDirect } from "./keep-safe/must-be.js";
import { mustPlanAt, mustPlanPost, mustPlanProgramme, mustPlanSession } from "./keep-safe/must-plan.js";
import { findAttendance, findPost, findProgramme, findSession } from "./keep-safe/session.repository.js";
import { callOff } from "./plan-programme/call-off.js";
import { changePlan, planProgramme } from "./plan-programme/plan-programme.js";
import { publishProgramme, signPlan } from "./plan-programme/publish.js";
import { dutyAt, giveBackDutyAs, isSuspended, openDuties, dutiesOf, takeDutyAs, whoCould } from "./offer-duties/offer-duties.js";
import { restoreDate } from "./plan-programme/restore-date.js";
import { showWhomToCall } from "./plan-programme/whom-to-call.js";
import { endDuty, rosterProgramme, takeDuty } from "./plan-programme/roster.js";
import { listProgrammes, showPlan } from "./plan-programme/show-plan.js";
import { askOverride, confirmOverride, placeOfOverride } from "./override-rule/override.js";
import { adultArrives, adultLeaves, standIn, undoAdultArrival, undoAdultLeaving } from "./hold-session/adults.js";
import { showBoard, showNames } from "./hold-session/board.js";
import { changeBadge, childAbsent, childArrives, countHeads, undoArrival, undoDeparture } from "./hold-session/children.js";
import { cancelEnrolment, enrolChildren } from "./enrol-children/enrol.js";
import { showOpenings } from "./enrol-children/show-openings.js";
import { watchSession } from "./hold-session/watch.js";
import { closeSession, openSession } from "./hold-session/open-session.js";
import { askOneOff, confirmOneOff, giveToOffice, goAlone, handOver, refuseCollector, renewCode, showCollectors, undoRefusal } from "./hand-over/hand-over.js";
import { climb } from "./hand-over/ladder.js";
import { correctIncident, findIncident, findReport, strikeIncident, strikeReport } from "./note-incident/correct-incident.js";
import { showSessionIncidents } from "./note-incident/session-incidents.js";
import { noteIncident, noteReport, showIncidents } from "./note-incident/incident.js";
import { showAwaiting } from "./plan-programme/await-signature.js";
import { showWaiting } from "./show-week/show-waiting.js";
import { showMine, showPublic } from "./show-week/show-week.js";
import { showOwnWeek, showWeek } from "./show-week/show-days.js";
import { printBadges, printConsent, printLink, writeAttendance } from "./print-papers/papers.js";
import { printPlan } from "./print-papers/print-plan.js";
import { printPickUp, printRoll } from "./print-papers/print-session.js";
import { countYear } from "./count-year/count-year.js";
import { printYear, writeYearFile } from "./count-year/year-paper.js";
import { childrenActivities, type ActivitiesContext, type ActivitiesDb } from "./plugin.js";
import { findAdult } from "./vet-adults/adult.repository.js";
import { findPeople } from "./vet-adults/find-people.js";
import { showAdults, showAdultsAt } from "./vet-adults/show-adults.js";
import { addAdult, addAdultAt, changeAdult, placeOfCheck, recordCheck, revokeCheck } from "./vet-adults/vet-adult.js";

type Find = (db: ActivitiesDb, id: string) => Promise<{ readonly placePath: string } | undefined>;
type FindChild = (db: ActivitiesDb, id: string) => Promise<{ readonly childId: string } | undefined>;
type FindInSession = (db: ActivitiesDb, id: string) => Promise<{ readonly sessionId: string } | undefined>;

/** Where a thing is, or that there is none. */
function places(ctx: ActivitiesContext) {
  const { db } = ctx;
  const placed =
    (find: Find, refusal: () => Error) =>
    async (id: string): Promise<Place> => {
      const row = await find(db, id);
      if (!row) throw refusal();
      return { path: row.placePath };
    };
  const session = placed(findSession, errors.sessionUnknown);
  const child = placed(findChild, errors.childUnknown);
  const inSession = (find: FindInSession, refusal: () => Error) => async (id: string) => {
    const row = await find(db, id);
    if (!row) throw refusal();
    return session(row.sessionId);
  };
  const ofChild = (find: FindChild, refusal: () => Error) => async (id: string) => {
    const row = await find(db, id);
    if (!row) throw refusal();
    return child(row.childId);
  };
  return {
    ...{ session, child, check: (id: string) => placeOfCheck(ctx, id) },
    home: placed(findHome, errors.homeUnknown),
    programme: placed(findProgramme, errors.programmeUnknown),
    adult: placed(findAdult, errors.adultUnknown),
    incident: placed(findIncident, errors.incidentUnknown),
    report: placed(findReport, errors.incidentUnknown),
    import: placed(findImport, errors.importUnknown),
    guardian: placed(findGuardian, errors.linkUnknown),
    post: inSession(findPost, errors.postUnknown),
    attendance: inSession(findAttendance, errors.childUnknown),
    collector: ofChild(findCollector, errors.collectorUnknown),
  };
}

/** The director of the child's home, or nobody. */
async function mustKeep(ctx: ActivitiesContext, childId: string): Promise<void> {
  const child = await findChild(ctx.db, childId);
  if (!child) throw errors.childUnknown();
  await mustDirect(ctx, child.homeId);
}

async function mustDirectProgramme(ctx: ActivitiesContext, programmeId: string): Promise<void> {
  await mustDirect(ctx, (await findProgramme(ctx.db, programmeId))!.homeId);
}

/** What the handlers of children's activities may reach, by what it is about. */
export const services = (ctx: ActivitiesContext) =>
  lazily({
    placeOf: () => places(ctx),
    duties: () => ({ ...bound(ctx, { confirm: confirmDuties, end: endConfirmation }), ...bound(ctx.db, { list: listConfirmations }) }),
    homes: () =>
      bound(ctx, { open: openHome, change: changeHome, list: showHomes, closedVenues: showClosedVenues, listOwn: showOwnHomes, show: showHome, mustDirect }),
    adults: () =>
      bound(ctx, {
        add: addAdult,
        addAt: addAdultAt,
        change: changeAdult,
        check: recordCheck,
        revoke: revokeCheck,
        list: showAdults,
        listAt: showAdultsAt,
        find: findPeople,
      }),
    plans: () =>
      bound(ctx, {
        ...{
          mustDirect: mustDirectProgramme,
          mustPlanAt,
          mustPlan: mustPlanProgramme,
          mustPlanSession,
          mustPlanPost,
          callOff,
          restore: restoreDate,
          whomToCall: showWhomToCall,
        },
        plan: planProgramme,
        change: changePlan,
        show: showPlan,
        list: listProgrammes,
        sign: signPlan,
        publish: publishProgramme,
      }),
    roster: () => bound(ctx, { programme: rosterProgramme, take: takeDuty, end: endDuty }),
    others: () => ({
      ...bound(ctx, { openDuties, dutyAt, whoCould, dutiesOf, isSuspended }),
      takeDuty: ({ sessionId, personId }: NewDuty) => takeDutyAs(ctx, sessionId, personId),
      giveBackDuty: ({ sessionId, personId }: NewDuty) => giveBackDutyAs(ctx, sessionId, personId),
    }),
    children: () => ({
      ...bound(ctx, { register: registerChild, list: showChildren, correct: correctChild, erase: askErasure, undoErasure, answer: recordAnswer, mustKeep }),
      ...bound(ctx, {
        texts: signableTexts,
        addGuardian,
        endGuardian,
        correctGuardian,
        nameCollector,
        endCollector: endCollectorAsDirector,
      }),
    }),
    imports: () =>
      bound(ctx, {
        ...{ read: readList, judge: judgeList, annotate: annotateList, emptyList: writeEmptyList },
        ...{ start: startImport, lines: importLines, undo: undoImport, list: showImports },
      }),
    enrolment: () => bound(ctx, { openings: showOpenings, enrol: enrolChildren, cancel: cancelEnrolment }),
    sessions: () => ({
      ...bound(ctx, { open: openSession, close: closeSession, board: showBoard, watch: watchSession, names: showNames }),
      ...bound(ctx, {
        adultArrives,
        undoAdultArrival,
        undoAdultLeaving,
        adultLeaves,
        standIn,
        childArrives,
        undoArrival,
        undoDeparture,
        childAbsent,
        changeBadge,
        count: countHeads,
      }),
    }),
    desk: () => ({
      ...bound(ctx, { collectors: showCollectors, handOver, renewCode, goAlone, refuse: refuseCollector, undoRefusal }),
      ...bound(ctx, { askOneOff, confirmOneOff, climb, giveToOffice }),
    }),
    incidents: () =>
      bound(ctx, {
        note: noteIncident,
        report: noteReport,
        list: showIncidents,
        ofSession: showSessionIncidents,
        correct: correctIncident,
        strike: strikeIncident,
        strikeReport,
      }),
    papers: () =>
      bound(ctx, {
        consent: printConsent,
        badges: printBadges,
        attendance: writeAttendance,
        link: printLink,
        roll: printRoll,
        pickUp: printPickUp,
        plan: printPlan,
      }),
    years: () => bound(ctx, { count: countYear, file: writeYearFile, print: printYear }),
    overrides: () => bound(ctx, { ask: askOverride, confirm: confirmOverride, placeOf: placeOfOverride }),
    week: () => ({
      ...bound(ctx, { show: showWeek, showOwn: showOwnWeek, mine: showMine, waiting: showWaiting, toSign: showAwaiting }),
      public: () => showPublic(ctx),
    }),
    guardians: () => ({
      ...bound(ctx, {
        sendCode: sendDoorCode,
        open: openDoor,
        show: showOwn,
        copy: copyOwn,
        answer: answerOwn,
        correct: correctOwn,
        correctName: correctOwnName,
      }),
      ...bound(ctx, { erase: eraseOwn, undoErasure: undoOwnErasure, nameCollector: nameOwnCollector, endCollector: endOwnCollector }),
    }),
  });

/** Everything a handler of children's activities can reach is typed here, once. */
export const { route, on, job, command, checkup } = handlersFor(childrenActivities, services);
