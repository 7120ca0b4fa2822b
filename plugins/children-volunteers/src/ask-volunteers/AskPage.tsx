import { useSignal } from "@preact/signals";
import { useRoute } from "preact-iso";
import { Await, Button, ErrorNotice, Notice, PageHead, SummaryList, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { whenText } from "../fill-duties/DutyList.js";

const read = (params: { askId: string; key: string }) => api("GET /public/asks/:askId/:key", { params });

/** Could you come? Where the message leads; no account is needed to answer. */
export default function AskPage() {
  const params = useRoute().params as { askId: string; key: string };
  const loaded = useLoaded(() => read(params), [params.askId], { keepsOld: true });
  const refusal = useSignal<unknown>(undefined);
  const say = async (answer: () => Promise<unknown>) => {
    refusal.value = undefined;
    await answer().catch((error: unknown) => (refusal.value = error));
    await loaded.reload();
  };
  const decline = () => say(() => api("POST /public/asks/:askId/:key/decline", { params }));
  return (
    <div class="lx-stack lx-reading">
      <Await of={loaded}>
        {({ state, name, title, homeName, ...when }) => (
          <>
            <PageHead title={text("children-volunteers.page.ask")} note={name} />
            {refusal.value !== undefined && <ErrorNotice error={refusal.value} />}
            {state !== "over" && (
              <SummaryList
                rows={[
                  { label: text("children-volunteers.ask.when"), value: whenText(when) },
                  { label: text("children-volunteers.ask.home"), value: homeName },
                  { label: text("children-volunteers.ask.what"), value: title },
                ]}
              />
            )}
            {state === "asked" && (
              <>
                <Button look="filled" isWide onClick={() => void say(() => api("POST /public/asks/:askId/:key/accept", { params }))}>
                  {text("children-volunteers.ask.yes")}
                </Button>
                <Button isWide onClick={() => void decline()}>
                  {text("children-volunteers.ask.no")}
                </Button>
                <p class="lx-hint">{text("children-volunteers.ask.free")}</p>
              </>
            )}
            {(state === "placed" || state === "accepted") && (
              <>
                <Notice kind="done">{text("children-volunteers.ask.accepted")}</Notice>
                <Button isWide onClick={() => void decline()}>
                  {text("children-volunteers.ask.cannot")}
                </Button>
              </>
            )}
            {state === "declined" && <Notice kind="done">{text("children-volunteers.ask.declined")}</Notice>}
            {state === "off" && <Notice>{text("children-volunteers.ask.off")}</Notice>}
            {(state === "closed" || state === "over") && <Notice>{text("children-volunteers.ask.over")}</Notice>}
          </>
        )}
      </Await>
    </div>
  );
}
