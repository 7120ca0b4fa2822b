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
