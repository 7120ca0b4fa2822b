import type { agendaZhCN } from "./agenda.zh-CN.js";

export const agendaEn: Record<keyof typeof agendaZhCN, string> = {
  "error.agendaTooLong": "The agenda has {count} items; one meeting takes {most} at most",
  "error.agendaTooLong.remedy": "Leave some for the next meeting; unfinished promises are not lost and come up again",
  "agenda.firstOnes": "{count} promises are unfinished and one meeting takes {most} items, so the first are ticked; change the choice as you need.",
  "agenda.tooMany": "{count} items are ticked, {most} at most; please drop some",
  "agenda.draftHint": "Press “Keep agenda” when done. Nobody has been told yet.",
  "agenda.keep": "Keep agenda",
  "agenda.kept": "The agenda was kept",
  "draft.throw": "Throw this draft away",
  "draft.ask": "Throw the draft “{title}” away?",
  "draft.hint": "Nobody was told of it and nobody will be. Its matters and unfinished promises stay for another meeting. It cannot be brought back.",
  "draft.reason": "The draft is not needed",
  "draft.gone": "The draft was thrown away",
};
