import { col, table } from "@lianxin/plugin-kit";

/** A visit or call that is to be made by a day. */
export const due = table("elder_pairing_due", {
  id: col.id(),
  placePath: col.place(),
  elderId: col.ref("elder_pairing_elder"),
  dueOn: col.date(),
  /** The month it counts for, "2027-02". */
  month: col.text(),
  level: col.text(),
  /** visit, or phone where the elder wishes so. */
  mode: col.text(),
  /** due, done or missed. */
  state: col.text(),
  doneOn: col.date().nullable(),
  visitId: col.text().nullable(),
  /** Put off until this day, with the reason; the ladder waits so long. */
  snoozedUntil: col.date().nullable(),
  /** away, family, helper or other; the words of it are sealed. */
  snoozeReason: col.text().nullable(),
  snoozeNote: col.sensitive("elderId").nullable(),
  /** How often it was put off; null: never. */
  snoozes: col.int().nullable(),
  /** The day it was put off last: lifted that same day, it was not put off. */
  snoozedOn: col.date().nullable(),
  /** agreed (a day said at the door) or urgent (something happened): no plan made anew takes it away. Null: planned by the level. */
  cause: col.text().nullable(),
  /** The visit at which this day was agreed on. */
  agreedAtId: col.text().nullable(),
  /** The day it was planned for, where it was made before and made room there for something urgent. */
  plannedOn: col.date().nullable(),
});

/** What was found at a visit. The words and what was wrong are sealed. */
export const visit = table("elder_pairing_visit", {
  id: col.id(),
  placePath: col.place(),
  elderId: col.ref("elder_pairing_elder"),
  cadreId: col.ref("elder_pairing_cadre").nullable(),
  enteredBy: col.text(),
  visitedOn: col.date(),
  visitedAt: col.instant(),
  /** home, phone, video or other (somebody looked in for them). */
  mode: col.text(),
  isSeen: col.bool(),
  /** normal, attention or urgent (精神); null where nothing of health may be noted, or nobody saw them. */
  spirits: col.sensitive("elderId").nullable(),
  /** JSON of `Findings`. */
  findings: col.sensitive("elderId").nullable(),
  /** Made on the phone that wrote it down: the same one again is the same visit. */
  clientId: col.text(),
  createdAt: col.instant(),
});

/** Something an elder needs, from the day it was said to the day it was settled. */
export const need = table("elder_pairing_need", {
  id: col.id(),
  placePath: col.place(),
  elderId: col.ref("elder_pairing_elder"),
  visitId: col.text().nullable(),
  /** What kind of need: it may be health. Null where nothing of that may be noted any more. */
  kind: col.sensitive("elderId").nullable(),
  words: col.sensitive("elderId").nullable(),
  /** on_spot, or matter: a matter of the community with an owner and a close-out. */
  action: col.text(),
  matterId: col.text().nullable(),
  matterNumber: col.text().nullable(),
  openedOn: col.date(),
  closedOn: col.date().nullable(),
  /** good, fair or poor, as the elder says. */
  rating: col.text().nullable(),
  /** self, or telephone: told to whoever called. */
  ratedVia: col.text().nullable(),
});

/** An elder of whom the audit still says what kind of need they had, as it did before kinds were sealed; the night's work takes it out. */
export const oldNote = table("elder_pairing_old_note", {
  id: col.id(),
  elderId: col.ref("elder_pairing_elder"),
});

/** Nobody answers: what was tried, in order, until somebody knows how the elder is. */
export const ladder = table("elder_pairing_ladder", {
  id: col.id(),
  placePath: col.place(),
  elderId: col.ref("elder_pairing_elder"),
  startedAt: col.instant(),
  startedBy: col.text(),
  /** open, safe or emergency; or why the elder is here no longer: deceased, moved or erased. */
  state: col.text(),
  outcome: col.sensitive("elderId").nullable(),
  closedAt: col.instant().nullable(),
});

export const ladderStep = table("elder_pairing_ladder_step", {
  id: col.id(),
  ladderId: col.ref("elder_pairing_ladder"),
  step: col.text(),
  at: col.instant(),
  /** answered, nobody or on_the_way. */
  result: col.text(),
  byId: col.text(),
  /** When somebody said that it was pressed by mistake: it stays to be read and counts for nothing. */
  struckAt: col.instant().nullable(),
});

/** What raised an elder's level for a time, and what it was before. */
export const trigger = table("elder_pairing_trigger", {
  id: col.id(),
  placePath: col.place(),
  elderId: col.ref("elder_pairing_elder"),
  /** The weather, or "event" for what happened to this elder, which is sealed. */
  kind: col.text(),
  what: col.sensitive("elderId").nullable(),
  onDay: col.date(),
  untilOn: col.date(),
  levelBefore: col.text(),
  reasonBefore: col.text(),
  endedOn: col.date().nullable(),
  /** The alert, the visit or the search that raised it; null where somebody wrote down what happened. */
  alertId: col.text().nullable(),
  visitId: col.text().nullable(),
  ladderId: col.text().nullable(),
  /** By this day somebody had to come; null where nobody had to. */
  dueOn: col.date().nullable(),
  /** wrong, not_so or over, where somebody ended it; null where it ran its time, or ended with the elder's leaving. */
  endReason: col.text().nullable(),
});

/** A heat, cold or flood alert for everybody concerned at or below a place; what it raised stands in triggers. */
export const alert = table("elder_pairing_alert", {
  id: col.id(),
  placePath: col.place(),
  /** heat, cold or flood. */
  kind: col.text(),
  onDay: col.date(),
  untilOn: col.date(),
  /** Where it was ended before its time, with why: as of a trigger. */
  endedOn: col.date().nullable(),
  endReason: col.text().nullable(),
});
