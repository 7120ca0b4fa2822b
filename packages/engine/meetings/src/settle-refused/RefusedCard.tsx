import { useSignal } from "@preact/signals";
import { Button, Card, ErrorNotice, Status, t, timeText, useLoaded, whenText } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";

const load = async (meetingId: string) => (await api("GET /meetings/:meetingId/refused-commands", { params: { meetingId } })).commands;
type Refused = Awaited<ReturnType<typeof load>>[number];
interface LineProps {
  readonly meetingId: string;
  readonly command: Refused;
  readonly reload: () => Promise<void>;
}

/** One command that was not done: what it said, why not, what to do; and the word that somebody dealt with it. */
function Line({ meetingId, command, reload }: LineProps) {
  const failed = useSignal<unknown>(undefined);
  const { id, at, kind, said, message, remedy, settled } = command;
  const name = `${timeText(at)} ${t(`meetings.command.${kind}`)}`;
  const params = { meetingId, commandId: id };
  const fail = (error: unknown) => void (failed.value = error);
  const reopen = () => api("DELETE /meetings/:meetingId/refused-commands/:commandId/settlement", { params }).then(reload);
  const settle = () =>
    api("PUT /meetings/:meetingId/refused-commands/:commandId/settlement", { params }).then(async () => {
      await reload();
      toast(text("meetings.refused.settledNow", { name }), { undo: reopen });
    });
  return (
    <li>
      <div class="refused-line">
        <Status kind={settled ? "done" : "late"} word={name} />
        <dl>
          {said.map(({ label, words }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <p>{message}</p>
        {settled ? (
          <small class="lx-hint">{text("meetings.refused.settledBy", { name: settled.by, when: whenText(settled.at) })}</small>
        ) : (
          <small class="lx-hint">{remedy}</small>
        )}
      </div>
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      {settled ? (
        <Button look="plain" onClick={() => void reopen().catch(fail)}>
          {text("meetings.refused.reopen")}
          <span class="lx-sr">{name}</span>
        </Button>
      ) : (
        <Button look="soft" onClick={() => void settle().catch(fail)}>
          {text("meetings.refused.settle")}
          <span class="lx-sr">{name}</span>
        </Button>
      )}
    </li>
  );
}

/** What was recorded and could not be done, each until somebody has dealt with it; nothing of it is lost from the log. */
export function RefusedCard({ meetingId, waiting }: { readonly meetingId: string; readonly waiting: number }) {
  const loaded = useLoaded(() => load(meetingId), [meetingId, waiting], { keepsOld: true });
  const refused = loaded.value ?? [];
  const [open, done] = [refused.filter(({ settled }) => settled === null), refused.filter(({ settled }) => settled !== null)];
  if (refused.length === 0) return null;
  const list = (commands: readonly Refused[]) => (
    <ul class="offline-list">
      {commands.map((command) => (
        <Line key={command.id} meetingId={meetingId} command={command} reload={loaded.reload} />
      ))}
    </ul>
  );
  return (
    <Card title={text("meetings.refused.heading")} aside={<span class="lx-num">{open.length}</span>}>
      <p class="lx-hint">{text(open.length > 0 ? "meetings.refused.hint" : "meetings.refused.allSettled")}</p>
      {open.length > 0 && list(open)}
      {done.length > 0 && (
        <details>
          <summary>{text("meetings.refused.done", { count: done.length })}</summary>
          {list(done)}
        </details>
      )}
    </Card>
  );
}
