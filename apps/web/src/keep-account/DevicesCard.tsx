import { useSignal } from "@preact/signals";
import { Button, callServer, Card, dateOf, dayText, ErrorNotice, Meta, t, timeText } from "@lianxin/web-kit";
import { ConfirmDialog, toast } from "@lianxin/web-kit/feedback";

export interface Session {
  readonly id: string;
  readonly createdAt: string;
  readonly usedAt: string;
  readonly isThis: boolean;
}
interface CardProps {
  readonly sessions: readonly Session[];
  readonly onDone: () => Promise<void>;
}
const momentOf = (at: string): string => `${dayText(dateOf(at))} ${timeText(at)}`;
const thisFirst = (sessions: readonly Session[]): readonly Session[] => [...sessions.filter((one) => one.isThis), ...sessions.filter((one) => !one.isThis)];

/** Every browser that is signed in with this account, and the way to sign it out. */
export function DevicesCard({ sessions, onDone }: CardProps) {
  const isAsking = useSignal(false);
  const error = useSignal<unknown>(undefined);
  const others = sessions.filter((session) => !session.isThis).length;
  const end = (id: string) =>
    callServer("DELETE", `/api/sessions/${encodeURIComponent(id)}`).then(
      () => onDone(),
      (refusal: unknown) => (error.value = refusal),
    );
  return (
    <Card title={t("shell.devices")}>
      <ul class="lx-list">
        {thisFirst(sessions).map(({ id, createdAt, usedAt, isThis }) => (
          <li key={id}>
            <Meta>
              {[
                t(isThis ? "shell.deviceThis" : "shell.deviceOther"),
                t("shell.deviceSince", { when: momentOf(createdAt) }),
                !isThis && t("shell.deviceUsed", { when: momentOf(usedAt) }),
              ]}
            </Meta>
            {!isThis && (
              <Button look="soft" aria-label={t("shell.deviceEndOf", { when: momentOf(createdAt) })} onClick={() => void end(id)}>
                {t("shell.deviceEnd")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
      {others > 0 && (
        <div class="lx-actions">
          <Button onClick={() => (isAsking.value = true)}>{t("shell.endOthers")}</Button>
        </div>
      )}
      <ConfirmDialog
        isOpen={isAsking.value}
        onClose={() => (isAsking.value = false)}
        title={t("shell.endOthersTitle", { count: others })}
        verb={t("shell.endOthers")}
        onConfirm={() =>
          callServer("POST", "/api/sessions/end-others", { body: {} })
            .then(onDone)
            .then(() => toast(t("shell.endedOthers")))
        }
      >
        <p>{t("shell.endOthersNote")}</p>
      </ConfirmDialog>
    </Card>
  );
}
