import { useState } from "preact/hooks";
import { Button, ErrorNotice, Notice } from "@lianxin/web-kit";
import { api, text } from "../api.js";

const link = (placeId: string) => api("POST /places/:placeId/links", { params: { placeId } });
type Linked = Awaited<ReturnType<typeof link>>;
/** Longer lists of names are cut: the table says who has no account. */
const shown = 20;
const some = (names: readonly string[]): string => names.slice(0, shown).join("、") + (names.length > shown ? "…" : "");

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
          {came.several.length > 0 && <p>{text("elder-pairing.link.several", { names: some(came.several) })}</p>}
          {came.missing.length > 0 && <p>{text("elder-pairing.link.missing", { names: some(came.missing) })}</p>}
        </Notice>
      )}
    </div>
  );
}
