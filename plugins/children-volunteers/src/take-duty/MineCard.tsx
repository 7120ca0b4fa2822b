import { useSignal } from "@preact/signals";
import { Await, Button, Card, EmptyState, ErrorNotice, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text, toldState } from "../api.js";
import { whenText } from "../fill-duties/DutyList.js";

/** What lacks an adult and I could come to, one press each; and what I was asked, with the way to answer. */
export function MineCard() {
  const loaded = useLoaded(() => api("GET /mine"), [], { keepsOld: true });
  const refusal = useSignal<unknown>(undefined);
  const take = async (sessionId: string) => {
    refusal.value = undefined;
    await api("POST /sessions/:sessionId/own-duty", { params: { sessionId } })
      .then(() => toast(text("children-volunteers.mine.taken")))
      .catch((error: unknown) => (refusal.value = error));
    await loaded.reload();
  };
  const giveBack = async (link: string) => {
    refusal.value = undefined;
    const [askId = "", key = ""] = link.split("/").slice(-2);
    await api("POST /public/asks/:askId/:key/decline", { params: { askId, key } })
      .then(() => toast(text("children-volunteers.mine.givenBack")))
      .catch((error: unknown) => (refusal.value = error));
    await loaded.reload();
  };
  return (
    <Await of={loaded}>
      {({ duties, asks }) => (
        <Card title={text("children-volunteers.mine.title")}>
          {refusal.value !== undefined && <ErrorNotice error={refusal.value} />}
          {duties.length + asks.length === 0 && <EmptyState why={text("children-volunteers.mine.none")} />}
          <ul class="duty-list">
            {asks.map((ask) => (
              <li key={ask.link}>
                <div class="lx-actions">
                  <span class="lx-num">{whenText(ask)}</span> {ask.homeName} {ask.title} <span class="lx-hint">{toldState(ask.state)}</span>
                  {ask.state === "asked" ? (
                    <a href={ask.link}>{text("children-volunteers.mine.answer")}</a>
                  ) : (
                    <Button
                      look="plain"
                      aria-label={`${text("children-volunteers.mine.giveBack")} ${ask.title} ${whenText(ask)}`}
                      onClick={() => void giveBack(ask.link)}
                    >
                      {text("children-volunteers.mine.giveBack")}
                    </Button>
                  )}
                </div>
              </li>
            ))}
            {duties.map((duty) => (
              <li key={duty.sessionId}>
                <div class="lx-actions">
                  <span class="lx-num">{whenText(duty)}</span> {duty.homeName} {duty.title}
                  <Button aria-label={`${text("children-volunteers.mine.take")} ${duty.title} ${whenText(duty)}`} onClick={() => void take(duty.sessionId)}>
                    {text("children-volunteers.mine.take")}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Await>
  );
}
