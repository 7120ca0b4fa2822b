import { Await, ButtonLink, EmptyState, PageHead, useLoaded } from "@lianxin/web-kit";
import { text } from "../api.js";
import { loadVotes } from "./own-vote-words.js";
import { VoteCard } from "./VoteCard.js";
import "./OwnVotes.css";

/** What can I vote on, for whom, and until when? */
export default function OwnVotesPage() {
  const loaded = useLoaded(loadVotes, [], { keepsOld: true });
  return (
    <div class="lx-stack lx-reading">
      <PageHead title={text("meetings.ownVotes.heading")} note={text("meetings.ownVotes.note")} />
      <Await of={loaded}>
        {(votes) =>
          votes.length === 0 ? (
            <EmptyState why={text("meetings.ownVotes.empty")}>
              <ButtonLink href="/meetings/decisions">{text("meetings.ownVotes.decided")}</ButtonLink>
            </EmptyState>
          ) : (
            votes.map((vote) => <VoteCard key={vote.unitId} vote={vote} reload={loaded.reload} />)
          )
        }
      </Await>
    </div>
  );
}
