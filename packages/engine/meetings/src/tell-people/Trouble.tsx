import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { Button, ErrorNotice, mayAnywhere, Notice } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { moveDay, today } from "../convene-meeting/week-of.js";

/** How far ahead a repair may look for another time, in days. */
const span = 30;

interface TroubleProps {
  readonly trouble: readonly string[];
  readonly placeId: string | null;
}

/** What keeps the meeting from being held as announced, and the offer to mend it by moving as little as possible. Nothing when it stands. */
export function Trouble({ trouble, placeId }: TroubleProps) {
  const { route } = useLocation();
  const isAsking = useSignal(false);
  const error = useSignal<unknown>(undefined);
  if (trouble.length === 0) return null;
  const repair = async () => {
    if (isAsking.value) return;
    isAsking.value = true;
    const body = { placeId: placeId!, kind: "repair" as const, fromOn: today(), untilOn: moveDay(today(), span), seconds: 5 };
    await api("POST /plans", { body }).then(
      ({ id }) => route(`/meetings/plans/${id}`),
      (refusal: unknown) => (error.value = refusal),
    );
    isAsking.value = false;
  };
  return (
    <Notice kind="warning">
      <p>{text("meetings.next.trouble")}</p>
      <ul>
        {trouble.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      {placeId && mayAnywhere("meetings.convene") && (
        <>
          <p>
            <Button look="filled" aria-disabled={isAsking.value} onClick={() => void repair()}>
              {text("meetings.next.repair")}
            </Button>
          </p>
          <p class="lx-hint">{text("meetings.next.repairHint")}</p>
        </>
      )}
      {error.value !== undefined && <ErrorNotice error={error.value} />}
    </Notice>
  );
}
