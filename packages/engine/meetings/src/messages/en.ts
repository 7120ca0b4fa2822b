import { deedsEn } from "./deeds.en.js";
import { promisesEn } from "./promises.en.js";
import { bodiesEn } from "./bodies.en.js";
import { ownVotesEn } from "./own-votes.en.js";
import { offlineEn } from "./offline.en.js";
import { redactEn } from "./redact.en.js";
import { reportEn } from "./report.en.js";
import { chairEn } from "./chair.en.js";
import { agendaEn } from "./agenda.en.js";
import { stepsPagesEn } from "./steps-pages.en.js";
import { seriesPagesEn } from "./series-pages.en.js";
import { beginEn } from "./begin.en.js";
import { conveneEn } from "./convene.en.js";
import { decideErrorsEn } from "./decide-errors.en.js";
import { decideWordsEn } from "./decide-words.en.js";
import { errorsEn } from "./errors.en.js";
import { followEn } from "./follow.en.js";
import { listsEn } from "./lists.en.js";
import { noticesEn } from "./notices.en.js";
import { pagesEn } from "./pages.en.js";
import { pollPapersEn } from "./poll-papers.en.js";
import { refusedEn } from "./refused.en.js";
import { materialsEn } from "./materials.en.js";
import { plansEn } from "./plans.en.js";
import { roomPagesEn } from "./room-pages.en.js";
import { rulesPagesEn } from "./rules-pages.en.js";
import { wordsEn } from "./words.en.js";
import type { zhCN } from "./zh-CN.js";

export const en: Record<keyof typeof zhCN, string> = {
  ...deedsEn,
  ...errorsEn,
  ...stepsPagesEn,
  ...seriesPagesEn,
  ...agendaEn,
  ...chairEn,
  ...offlineEn,
  ...redactEn,
  ...reportEn,
  ...ownVotesEn,
  ...bodiesEn,
  ...promisesEn,
  ...listsEn,
  ...decideErrorsEn,
  ...decideWordsEn,
  ...conveneEn,
  ...followEn,
  ...noticesEn,
  ...pagesEn,
  ...rulesPagesEn,
  ...roomPagesEn,
  ...beginEn,
  ...wordsEn,
  ...plansEn,
  ...materialsEn,
  ...refusedEn,
  ...pollPapersEn,
};
