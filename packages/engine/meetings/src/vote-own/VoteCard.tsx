import { useSignal } from "@preact/signals";
import { Button, Card, ErrorNotice, Notice, Status } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { DelegateForm } from "./DelegateForm.js";
import { isOpenTo, untilOf, type OwnVote } from "./own-vote-words.js";

export interface VoteProps {
  readonly vote: OwnVote;
  readonly reload: () => Promise<void>;
}
const choices = ["yes", "no", "abstain"] as const;
type Said = (typeof choices)[number];

function Standing({ vote }: Pick<VoteProps, "vote">) {
  const { hasVoted, votedBy, choice, isSecret, isWaiting, delegateName } = vote;
  if (delegateName !== null) return <Status kind="hold" word={text("meetings.ownVotes.delegated", { name: delegateName })} />;
  if (!hasVoted) return <Status kind="todo" word={text("meetings.ownVotes.notYet")} />;
  const said = choice && choice !== "invalid" ? text(`meetings.poll.choice.${choice}`) : choice === "invalid" ? text("meetings.poll.invalid") : "";
  const way = text(votedBy === "paper" ? "meetings.poll.by.paper" : "meetings.poll.by.online");
  return (
    <>
      <Status kind="done" word={[way, said].filter(Boolean).join(" ")} />
      <p class="lx-hint">{text(isSecret ? "meetings.ownVotes.secretDone" : isWaiting ? "meetings.ownVotes.waiting" : "meetings.ownVotes.mind")}</p>
    </>
  );
}

/** Yes, no or neither; asked once more before it is in, for it is not simply taken back. */
function Choices({ vote, reload }: VoteProps) {
  const asking = useSignal<Said | undefined>(undefined);
  const cast = async (choice: Said) => {
    const { isWaiting } = await api("POST /polls/:pollId/own-ballot", { params: { pollId: vote.pollId }, body: { unitId: vote.unitId, choice } });
    await reload();
    toast(text(isWaiting ? "meetings.ownVotes.again" : "meetings.ownVotes.taken"));
  };
  return (
    <>
      <div class="own-vote-choices" role="group" aria-label={text("meetings.ownVotes.say", { text: vote.text })}>
        {choices.map((choice) => (
          <Button key={choice} look={vote.hasVoted ? "plain" : "soft"} aria-pressed={vote.choice === choice} onClick={() => (asking.value = choice)}>
            {text(`meetings.poll.choice.${choice}`)}
          </Button>
        ))}
      </div>
      <ConfirmDialog
        isOpen={asking.value !== undefined}
        onClose={() => (asking.value = undefined)}
        title={asking.value ? text("meetings.ownVotes.ask", { choice: text(`meetings.poll.choice.${asking.value}`) }) : ""}
        verb={text("meetings.ownVotes.submit")}
        onConfirm={() => cast(asking.value!)}
      >
        <p>{vote.text}</p>
        <p class="lx-hint">
          {text(vote.isSecret ? "meetings.ownVotes.secretHint" : vote.hasVoted ? "meetings.ownVotes.secondHint" : "meetings.ownVotes.namedHint")}
        </p>
      </ConfirmDialog>
    </>
  );
}

/** One vote one has a ballot in: what it is about, for whom, until when, and what was said. */
export function VoteCard({ vote, reload }: VoteProps) {
  const failed = useSignal<unknown>(undefined);
  const takeBack = () =>
    api("DELETE /polls/:pollId/own-delegations/:unitId", { params: { pollId: vote.pollId, unitId: vote.unitId } }).then(
      reload,
      (error: unknown) => void (failed.value = error),
    );
  return (
    <Card title={vote.text}>
      <div class="lx-stack">
        <p class="lx-hint">{[vote.label, untilOf(vote), text(vote.isSecret ? "meetings.poll.secret" : "meetings.poll.named")].join(" · ")}</p>
        {vote.forName !== null && <Notice>{text("meetings.ownVotes.forOther", { name: vote.forName })}</Notice>}
        <div>
          <Standing vote={vote} />
        </div>
        {isOpenTo(vote) && <Choices vote={vote} reload={reload} />}
        {failed.value !== undefined && <ErrorNotice error={failed.value} />}
        {vote.mayDelegate && vote.delegateName !== null && <Button onClick={() => void takeBack()}>{text("meetings.ownVotes.takeBack")}</Button>}
        {vote.mayDelegate && vote.delegateName === null && (
          <details>
            <summary>{text("meetings.ownVotes.delegate")}</summary>
            <DelegateForm vote={vote} reload={reload} />
          </details>
        )}
      </div>
    </Card>
  );
}
