import fc from "fast-check";
import { expect, test } from "vitest";
import { findVotesProblem } from "./judge-votes.js";

test.each([
  [{ due: 60, attending: 40, yes: 21, no: 19, abstain: 0 }, undefined],
  [{ due: 60, attending: 40, yes: 20, no: 10, abstain: 10 }, "stepVotesLost"],
  [{ due: 60, attending: 30, yes: 30, no: 0, abstain: 0 }, "stepVotesFew"],
  [{ due: 60, attending: 61, yes: 40, no: 0, abstain: 0 }, "stepVotesWrong"],
  [{ due: 60, attending: 40, yes: 30, no: 10, abstain: 1 }, "stepVotesWrong"],
])("votes written down by hand: %o", (votes, problem) => {
  expect(findVotesProblem(votes)).toBe(problem);
});

test("of figures that pass, more came than stayed away and more of them agreed than did not, counted one by one", () => {
  const some = fc.nat({ max: 9 });
  const counted = fc
    .record({ away: some, silent: some, yes: some, no: some, abstain: some })
    .map(({ away, silent, ...said }) => {
      const attending = said.yes + said.no + said.abstain + silent;
      return { ...said, attending, due: attending + away };
    })
    .filter((votes) => findVotesProblem(votes) === undefined);
  fc.assert(
    fc.property(counted, (votes) => {
      const voters = Array.from({ length: votes.due }, (_, at) => (at < votes.yes ? "yes" : at < votes.attending ? "came" : "away"));
      const came = voters.filter((voter) => voter !== "away");
      expect(came.length).toBeGreaterThan(voters.length - came.length);
      expect(came.filter((voter) => voter === "yes").length).toBeGreaterThan(came.filter((voter) => voter === "came").length);
    }),
    { seed: 4, numRuns: 2000 },
  );
});
