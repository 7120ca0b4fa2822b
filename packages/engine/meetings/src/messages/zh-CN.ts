import { deedsZhCN } from "./deeds.zh-CN.js";
import { promisesZhCN } from "./promises.zh-CN.js";
import { bodiesZhCN } from "./bodies.zh-CN.js";
import { ownVotesZhCN } from "./own-votes.zh-CN.js";
import { offlineZhCN } from "./offline.zh-CN.js";
import { redactZhCN } from "./redact.zh-CN.js";
import { reportZhCN } from "./report.zh-CN.js";
import { chairZhCN } from "./chair.zh-CN.js";
import { agendaZhCN } from "./agenda.zh-CN.js";
import { stepsPagesZhCN } from "./steps-pages.zh-CN.js";
import { seriesPagesZhCN } from "./series-pages.zh-CN.js";
import { beginZhCN } from "./begin.zh-CN.js";
import { conveneZhCN } from "./convene.zh-CN.js";
import { decideErrorsZhCN } from "./decide-errors.zh-CN.js";
import { decideWordsZhCN } from "./decide-words.zh-CN.js";
import { errorsZhCN } from "./errors.zh-CN.js";
import { followZhCN } from "./follow.zh-CN.js";
import { listsZhCN } from "./lists.zh-CN.js";
import { noticesZhCN } from "./notices.zh-CN.js";
import { pagesZhCN } from "./pages.zh-CN.js";
import { pollPapersZhCN } from "./poll-papers.zh-CN.js";
import { refusedZhCN } from "./refused.zh-CN.js";
import { materialsZhCN } from "./materials.zh-CN.js";
import { plansZhCN } from "./plans.zh-CN.js";
import { roomPagesZhCN } from "./room-pages.zh-CN.js";
import { rulesPagesZhCN } from "./rules-pages.zh-CN.js";
import { wordsZhCN } from "./words.zh-CN.js";

export const zhCN = {
  ...deedsZhCN,
  ...errorsZhCN,
  ...stepsPagesZhCN,
  ...seriesPagesZhCN,
  ...agendaZhCN,
  ...chairZhCN,
  ...offlineZhCN,
  ...redactZhCN,
  ...reportZhCN,
  ...ownVotesZhCN,
  ...bodiesZhCN,
  ...decideErrorsZhCN,
  ...decideWordsZhCN,
  ...conveneZhCN,
  ...followZhCN,
  ...promisesZhCN,
  ...listsZhCN,
  ...noticesZhCN,
  ...pagesZhCN,
  ...beginZhCN,
  ...rulesPagesZhCN,
  ...roomPagesZhCN,
  ...wordsZhCN,
  ...plansZhCN,
  ...materialsZhCN,
  ...refusedZhCN,
  ...pollPapersZhCN,
} as const;
