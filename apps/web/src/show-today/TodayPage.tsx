import { useSignal } from "@preact/signals";
import { ErrorBoundary } from "preact-iso";
import { browserPorts, ButtonLink, Cards, EmptyState, Meta, PageHead, t, type CardProps } from "@lianxin/web-kit";
import { mayBegin } from "../begin-use/may-begin.js";
import { useDoors } from "../load-doors/doors-context.js";
import { countWaiting, type CardCounts } from "./count-waiting.js";
import { lunarText, todayText } from "./day-line.js";
import { useSettled } from "./use-settled.js";

/** The first page: what waits for this person, from the cards of all plugins, and the heading that sums them up. */
export default function TodayPage() {
  const counts = useSignal<CardCounts>({});
  const { waiting, overdue } = countWaiting(counts.value);
  const now = browserPorts.now();
  const doors = useDoors();
  const hasCards = doors.some((door) => door.cards.some((card) => card.on === "today"));
  const propsOf = (id: string): CardProps => ({
    onCount: (waiting, overdue) => {
      const known = counts.peek()[id];
      if (known?.waiting !== waiting || known.overdue !== overdue) counts.value = { ...counts.peek(), [id]: { waiting, overdue } };
    },
  });
  const isDone = useSettled(waiting === 0);
  const title =
    waiting === undefined || (waiting === 0 && !isDone)
      ? t("shell.today")
      : waiting === 0
        ? t("shell.nothingToday")
        : t("shell.waitingToday", { count: waiting });
  return (
    <>
      <PageHead
        title={title}
        note={
          <Meta>
            {todayText(now)}
            {lunarText(now)}
            {overdue > 0 && t("shell.overdueToday", { count: overdue })}
          </Meta>
        }
      />
      {!hasCards && <EmptyState why={t("shell.noCards")}>{mayBegin(doors) && <ButtonLink href="/first-run">{t("shell.firstRun")}</ButtonLink>}</EmptyState>}
      <ErrorBoundary>
        <div class="lx-two">
          <div class="lx-stack">
            <Cards on="today" below={100} props={propsOf} />
          </div>
          <div class="lx-stack">
            <Cards on="today" from={100} props={propsOf} />
          </div>
        </div>
      </ErrorBoundary>
    </>
  );
}
