import { useState } from "preact/hooks";
import { Button, ErrorNotice, Notice } from "@lianxin/web-kit";
import { api, someOf, text } from "../api.js";

const link = (placeId: string) => api("POST /places/:placeId/links", { params: { placeId } });
type Linked = Awaited<ReturnType<typeof link>>;

/** Accounts for all cadres at once, by name; who cannot be told apart is named. */
export function LinkAll({ placeId, onDone }: { readonly placeId: string; readonly onDone: () => Promise<unknown> }) {
  const [came, setCame] = useState<Linked>();
  const [error, setError] = useState<unknown>();
  const go = async () => {
    setError(undefined);
    await link(placeId).then(async (answer) => {
      setCame(answer);
      await onDone();
    }, setError);
  };
  return (
    <div class="lx-stack">
      {error !== undefined && <ErrorNotice error={error} />}
      <div class="lx-actions">
        <Button onClick={() => void go()}>{text("elder-pairing.link.all")}</Button>
      </div>
      {came && (
        <Notice kind={came.several.length + came.missing.length > 0 ? "warning" : "done"}>
          <p>{text("elder-pairing.link.done", { linked: came.linked })}</p>
          {came.several.length > 0 && <p>{text("elder-pairing.link.several", { count: came.several.length, names: someOf(came.several) })}</p>}
          {came.missing.length > 0 && <p>{text("elder-pairing.link.missing", { count: came.missing.length, names: someOf(came.missing) })}</p>}
        </Notice>
      )}
    </div>
  );
}
