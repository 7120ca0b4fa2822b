import { useSignal } from "@preact/signals";
import { useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { readDuties } from "./DutyList.js";

/** What lacks adults, asked again when `on` changes, with the two verbs: fill a programme by turn, ask a few more for one session. */
export function useDuties(on: readonly unknown[] = []) {
  const loaded = useLoaded(readDuties, on, { keepsOld: true });
  const refusal = useSignal<unknown>(undefined);
  const act = async (work: () => Promise<unknown>) => {
    refusal.value = undefined;
    await work().catch((error: unknown) => (refusal.value = error));
    await loaded.reload();
  };
  const fill = async (programmeId: string) =>
    toast(text("children-volunteers.plan.filled", await api("POST /programmes/:programmeId/fill", { params: { programmeId } })));
  const ask = async (sessionId: string) => {
    const { asked } = await api("POST /sessions/:sessionId/asks", { params: { sessionId } });
    toast(text("children-volunteers.plan.askedMore", { count: asked }));
  };
  return { loaded, refusal, act, fill, ask };
}
