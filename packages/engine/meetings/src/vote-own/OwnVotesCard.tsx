import { useEffect } from "preact/hooks";
import { ButtonLink, Card, TaskList, useLoaded, type CardProps } from "@lianxin/web-kit";
import { text } from "../api.js";
import { isToSay, loadVotes, untilOf } from "./own-vote-words.js";

/** On “today”: votes that wait for the person signed in. */
export default function OwnVotesCard({ onCount }: CardProps) {
  const loaded = useLoaded(loadVotes, []);
  const open = loaded.value?.filter(isToSay);
  useEffect(() => {
    if (open) onCount?.(open.length, 0);
  }, [open?.length]);
  if (!open || open.length === 0) return null;
  return (
    <Card title={text("meetings.ownVotes.card")} isFlush>
      <TaskList
        tasks={open.slice(0, 5).map((vote) => ({
          id: vote.unitId,
          status: { kind: "todo" as const, word: text("meetings.ownVotes.notYet") },
          title: vote.text,
          href: "/meetings/my-votes",
          why: [vote.forName === null ? vote.label : text("meetings.ownVotes.forOther", { name: vote.forName }), untilOf(vote)],
          act: (
            <ButtonLink href="/meetings/my-votes" look="soft" aria-label={`${text("meetings.ownVotes.go")} ${vote.text}`}>
              {text("meetings.ownVotes.go")}
            </ButtonLink>
          ),
        }))}
      />
    </Card>
  );
}
