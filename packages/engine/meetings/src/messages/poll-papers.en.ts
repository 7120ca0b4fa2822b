import type { pollPapersZhCN } from "./poll-papers.zh-CN.js";

export const pollPapersEn: Record<keyof typeof pollPapersZhCN, string> = {
  "error.paperNotHanded": "“{unit}” was not handed a paper",
  "error.paperNotHanded.remedy": "See on the roll who was handed one; a vote cast online cannot be undone",
  "error.boxCounted": "The box has been counted, so who was handed a paper stands",
  "error.boxCounted.remedy": "Count the box again if the count was wrong",
  "poll.spoilt": "Why papers are spoilt",
  "poll.spoiltOne": "{reason}: {papers}",
  "poll.settled": "Handed in twice",
  "poll.settledOne": "{unit}: the one {way} does not count. {reason}",
  "poll.way.paper": "on paper",
  "poll.way.online": "online",
  "poll.takeBack": "Was not, undo",
  "poll.printTally": "Print the tally sheet",
  "poll.delegatedFor": "{name} votes for it (shown: {proof})",
  "tally.delegated": "{name} votes for {unit}, shown: {proof}",
  "tally.invalid": " Spoilt papers: {invalid}.",
};
