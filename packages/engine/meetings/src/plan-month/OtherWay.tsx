import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { browserPorts, Button, ErrorNotice } from "@lianxin/web-kit";
import { api, text } from "../api.js";

/** Asks for another way to mend the same; the first offer stays where it is, a step back in the browser. */
export function OtherWay({ planId }: { readonly planId: string }) {
  const { route } = useLocation();
  const [isAsking, failed, key] = [useSignal(false), useSignal<unknown>(undefined), useSignal(browserPorts.newKey())];
  const ask = async () => {
    if (isAsking.value) return;
    isAsking.value = true;
    await api("POST /plans/:planId/other", { params: { planId }, idempotencyKey: key.value }).then(
      ({ id }) => route(`/meetings/plans/${id}`),
      (error: unknown) => {
        failed.value = error;
        key.value = browserPorts.newKey();
      },
    );
    isAsking.value = false;
  };
  return (
    <>
      <Button aria-disabled={isAsking.value} onClick={() => void ask()}>
        {text("meetings.plan.other")}
      </Button>
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
    </>
  );
}
