import { useState } from "preact/hooks";
import { Await, Button, Card, ErrorNotice, Notice, PageHead, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { findTop } from "../show-board/find-top.js";

const kinds = ["cadres", "elders", "spots"] as const;
type Kind = (typeof kinds)[number];
/** So many lines are sent at a time. */
const slice = 100;

const look = (placeId: string, kind: Kind, file: File) =>
  api("POST /places/:placeId/registers/:kind/preview", { params: { placeId, kind }, body: file as never });
type Preview = Awaited<ReturnType<typeof look>>;

/** Sends the lines slice by slice; the same lines again change nothing, so a broken network is no harm. */
async function bring(placeId: string, kind: Kind, lines: Preview["ready"], onProgress: (done: number) => void) {
  const sums = { added: 0, changed: 0, same: 0 };
  for (let i = 0; i < lines.length; i += slice) {
    const stored = await api("POST /places/:placeId/registers/:kind/lines", { params: { placeId, kind }, body: { lines: lines.slice(i, i + slice) } });
    for (const deed of ["added", "changed", "same"] as const) sums[deed] += stored[deed];
    onProgress(Math.min(i + slice, lines.length));
  }
  if (kind !== "spots") await api("POST /places/:placeId/registers/ties", { params: { placeId } });
  return sums;
}

const Remarks = ({ title, remarks }: { readonly title: string; readonly remarks: Preview["problems"] }) =>
  remarks.length === 0 ? null : (
    <details open={remarks.length <= 20}>
      <summary>
        {title}（{remarks.length}）
      </summary>
      <ul>
        {remarks.map((one) => (
          <li key={one.address}>{one.text}</li>
        ))}
      </ul>
    </details>
  );

function Register({ placeId, kind }: { readonly placeId: string; readonly kind: Kind }) {
  const [shown, setShown] = useState<Preview>();
  const [said, setSaid] = useState("");
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    await work().catch(setError);
    setBusy(false);
  };
  const choose = (file: File | undefined) => file && void run(async () => (setSaid(""), setShown(await look(placeId, kind, file))));
  const store = () =>
    run(async () => {
      const lines = shown!.ready;
      const sums = await bring(placeId, kind, lines, (done) => setSaid(text("elder-pairing.registers.progress", { done, of: lines.length })));
      setShown(undefined);
      setSaid(text("elder-pairing.registers.done", sums));
    });
  const title = text(`elder-pairing.registers.${kind}`);
  return (
    <Card title={title}>
      <div class="lx-stack">
        <p class="lx-hint">{text(`elder-pairing.registers.${kind}.hint`)}</p>
        <label class="lx-field">
          <span class="lx-label">{text("elder-pairing.registers.file", { title })}</span>
          <input type="file" accept=".xlsx,.csv" onChange={(event) => choose(event.currentTarget.files?.[0])} />
        </label>
        {error !== undefined && <ErrorNotice error={error} />}
        <p role="status">{said}</p>
        {shown && (
          <>
            <Notice>{text("elder-pairing.registers.ready", { count: shown.ready.length })}</Notice>
            {kind === "elders" && <p>{text("elder-pairing.registers.counts", { ...shown.counts })}</p>}
            <Remarks title={text("elder-pairing.registers.problems")} remarks={shown.problems} />
            <Remarks title={text("elder-pairing.registers.duplicates")} remarks={shown.duplicates} />
            <Remarks title={text("elder-pairing.registers.left")} remarks={shown.left} />
            <div class="lx-actions">
              <Button look="filled" aria-disabled={isBusy || shown.ready.length === 0} onClick={() => void store()}>
                {text("elder-pairing.registers.store", { count: shown.ready.length })}
              </Button>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}

/** 名册: cadres, elders and where villages lie, each from a sheet. */
export default function RegistersPage() {
  const top = useLoaded(findTop, []);
  return (
    <div class="lx-stack">
      <PageHead title={text("elder-pairing.registers.heading")} note={text("elder-pairing.registers.note")} />
      <Await of={top}>
        {(place) =>
          place === undefined ? null : (
            <>
              {kinds.map((kind) => (
                <Register key={kind} placeId={place.id} kind={kind} />
              ))}
            </>
          )
        }
      </Await>
    </div>
  );
}
