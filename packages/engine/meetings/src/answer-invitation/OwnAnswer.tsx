import { useSignal } from "@preact/signals";
import { Button, Card, ErrorNotice, session, t } from "@lianxin/web-kit";
import { api, text, type RoomAnswer } from "../api.js";

const answers = ["coming", "not_coming"] as const;

/** On the page of a meeting one is asked to: whether one comes, as long as it has not begun; who cannot is told how somebody else comes instead. */
export function OwnAnswer({ room, reload }: { readonly room: RoomAnswer; readonly reload: () => Promise<void> }) {
  const failed = useSignal<unknown>(undefined);
  const own = room.people.find(({ personId }) => personId === session.value?.person?.id);
  if (!own || !["noticed", "checking_in"].includes(room.state)) return null;
  const give = (answer: (typeof answers)[number]) =>
    api("POST /meetings/:meetingId/own-answer", { params: { meetingId: room.id }, body: { answer } }).then(
      () => ((failed.value = undefined), reload()),
      (error: unknown) => void (failed.value = error),
    );
  return (
    <Card title={text("meetings.answer.heading")}>
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      <div class="lx-actions">
        {answers.map((answer) => (
          <Button key={answer} look="soft" aria-pressed={own.rsvp === answer} onClick={() => void give(answer)}>
            {`${own.rsvp === answer ? "✓ " : ""}${t(`meetings.rsvp.${answer}`)}`}
          </Button>
        ))}
      </div>
      {own.rsvp === "not_coming" && !own.substituteName && <p class="lx-hint">{text("meetings.answer.instead")}</p>}
    </Card>
  );
}
