import { Button, ErrorNotice, Notice, t, timeText } from "@lianxin/web-kit";
import { text } from "../api.js";
import type { MeetingCommand } from "../run-meeting/meeting-command.js";
import type { Queue } from "./use-queue.js";

/** What of a command tells it from others of its kind. */
function detailOf(command: MeetingCommand, nameOf: (inviteeId: string) => string): string {
  if ("inviteeId" in command && command.inviteeId) return nameOf(command.inviteeId);
  if (command.kind === "move") return command.text;
  if (command.kind === "vote") return text("meetings.offline.votes", { yes: command.yes, no: command.no, abstain: command.abstain });
  if (command.kind === "openParts") return command.parts.map(({ title }) => title).join("、");
  if (command.kind === "remark" || command.kind === "position") return command.words;
  return "";
}

/** Says how much waits on this device, lets it be read and taken back, and sends it on demand. */
export function OfflineNotice({ queue, nameOf }: { readonly queue: Queue; readonly nameOf: (inviteeId: string) => string }) {
  if (queue.waiting.length === 0) return null;
  return (
    <Notice kind="warning">
      <p>
        <strong>{text("meetings.offline.kept", { count: queue.waiting.length })}</strong>
      </p>
      <p>{text("meetings.offline.hint")}</p>
      {queue.error !== undefined && <ErrorNotice error={queue.error} />}
      <details>
        <summary>{text("meetings.offline.list")}</summary>
        <ul class="offline-list">
          {queue.waiting.map(({ id, at, command }) => {
            const said = [timeText(at), t(`meetings.command.${command.kind}`), detailOf(command, nameOf)].filter(Boolean).join(" ");
            return (
              <li key={id}>
                <span>{said}</span>
                <Button look="plain" aria-label={`${text("meetings.offline.forget")} ${said}`} onClick={() => queue.forget(id)}>
                  {text("meetings.offline.forget")}
                </Button>
              </li>
            );
          })}
        </ul>
      </details>
      <Button onClick={() => void queue.flush()}>{text("meetings.offline.send")}</Button>
    </Notice>
  );
}
