import { pollContents } from "./cast-ballots/poll-content.js";
import { countSealed } from "./cast-ballots/poll.repository.js";
import { countNotices, noticeContents } from "./publish-minutes/notice.repository.js";
import { commandContents, countCommands } from "./run-meeting/command.repository.js";
import { proof } from "./services.js";

export const commandProof = proof("keepCommand", {
  describe: "会议过程",
  contents: ({ db }, ids) => commandContents(db, ids),
  count: ({ db }) => countCommands(db),
});

export const noticeProof = proof("postNotice", {
  describe: "公示",
  contents: ({ db }, ids) => noticeContents(db, ids),
  count: ({ db }) => countNotices(db),
});

export const pollProof = proof("sealPoll", {
  describe: "表决计票",
  contents: ({ db }, ids) => pollContents(db, ids),
  count: ({ db }) => countSealed(db),
});
