import { expect, test } from "vitest";
import { commandRules } from "./command-rules.js";

/** Written by hand, apart from the table: who may do what at which stage. */
const expected = `
checkIn meetings.checkIn noticed,checking_in,in_session
leave meetings.checkIn checking_in,in_session
open meetings.chair checking_in
findInquorate meetings.chair checking_in
takeUp meetings.record in_session
move meetings.record in_session
vote meetings.record in_session
countPoll meetings.record in_session
withdrawMotion meetings.record in_session
revokeDecision meetings.chair in_session,minutes_draft
recuse meetings.record in_session
endRecusal meetings.record in_session
object meetings.record in_session
answerObjection meetings.record in_session
consent meetings.record in_session
askToSpeak meetings.record in_session
startSpeech meetings.record in_session
endSpeech meetings.record in_session
position meetings.record in_session
finishItem meetings.record in_session
deferItem meetings.record in_session
openParts meetings.record in_session
claim meetings.record in_session
dropPart meetings.record in_session
deferPart meetings.record in_session
seekOwner meetings.record in_session
remark meetings.record in_session
close meetings.chair in_session`;

test("every command has its permission and its stages, and no other", () => {
  const found = Object.entries(commandRules).map(([kind, rule]) => `${kind} ${rule.may} ${rule.in.join(",")}`);

  expect(found.sort()).toEqual(expected.trim().split("\n").sort());
});
