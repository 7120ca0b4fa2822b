import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { browserPorts, Button, ErrorNotice, mayAnywhere } from "@lianxin/web-kit";
import { api, text } from "../api.js";

/** A decision this body cannot make alone asks for the vote of the one that can. */
export function LinkedVote({ decisionId }: { readonly decisionId: string }) {
  const { route } = useLocation();
  const [failed, key] = [useSignal<unknown>(undefined), useSignal(browserPorts.newKey())];
  if (!mayAnywhere("meetings.convene")) return null;
  const start = () =>
    api("POST /decisions/:decisionId/polls", { params: { decisionId }, body: {}, idempotencyKey: key.value }).then(
      ({ id }) => route(`/meetings/polls/${id}`),
      (error: unknown) => {
        failed.value = error;
        key.value = browserPorts.newKey();
      },
    );
  return (
    <>
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      <Button onClick={() => void start()}>{text("meetings.poll.linked")}</Button>
    </>
  );
}
