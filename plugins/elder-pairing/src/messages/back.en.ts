import type { backZhCN } from "./back.zh-CN.js";

/** Texts of the ways back: a visit, an alert, what raised a level. */
export const backEn: Record<keyof typeof backZhCN, string> = {
  why: "Why",
  "undoVisit.verb": "Take back",
  "undoVisit.title": "Take back: {visit}",
  "undoVisit.sure":
    "As if it had not been written down: what it settled waits again, the level it raised goes back, the day agreed on goes, and so do needs nobody has touched. What was written is not kept. Reminders that went out stay sent.",
  "undoVisit.done": "Taken back",
  "undoVisit.kept": "Taken back; {count} needs stay because somebody is at them",
  "undoVisit.matter": "The visit was written down by mistake; taken back by whoever wrote it",
  "move.visitTakenBack": "a visit written down by mistake is taken back",
  "word.undo.wrong_elder": "It was another elder",
  "word.undo.twice": "Written down twice",
  "word.undo.wrong_facts": "What was written is wrong, to be written again",
  "raised.heading": "What happened lately (until then the level does not fall)",
  "raised.line": "{what}: from {from} to {until}",
  "raised.verb": "End it",
  "raised.title": "End: {what}",
  "raised.sure":
    "The level goes back to what it was; the visit it asked for goes and days are planned anew. What else raises the level goes on. What was put off before has to be put off again.",
  "raised.done": "Ended",
  "alert.running": "Alerts that run",
  "alert.line": "{alert}: from {from} to {until}, {count} elders raised",
  "alert.end": "End it",
  "alert.endTitle": "End: {alert}",
  "alert.endSure":
    "The levels of the {count} elders it raised go back to what they were; the visits it asked for go and days are planned anew. What else raises a level goes on. What was put off before has to be put off again.",
  "alert.ended": "Ended; {count} elders are raised by it no more",
  "word.end.wrong": "Wrong place or elder",
  "word.end.not_so": "It was not so",
  "word.end.over": "It is over",
  "word.raised.event": "something that happened",
  "word.raised.fall": "a fall",
  "word.raised.hospital": "in hospital",
  "word.raised.bereavement": "a death in the family",
  "word.raised.lost_carer": "the carer left",
  "word.raised.unanswered": "not reached twice",
  "word.raised.urgent": "urgent at a visit",
  "word.raised.heat": "heat alert",
  "word.raised.cold": "cold alert",
  "word.raised.flood": "flood alert",
};
