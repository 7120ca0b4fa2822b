import { useState } from "preact/hooks";
import { addressOf, Button, ButtonLink, Card, dayText, ErrorNotice, Notice } from "@lianxin/web-kit";
import { Download } from "@lianxin/web-kit/icons";
import { someOf, text } from "../api.js";
import { TickList } from "../show-board/TickList.js";
import { AlikeLines, type Sames } from "./AlikeLines.js";
import { bring, lookAt, type Kind, type Preview } from "./bring-sheet.js";
import { MendCells } from "./MendCells.js";

const Remarks = ({ title, remarks }: { readonly title: string; readonly remarks: Preview["problems"] }) =>
  remarks.length === 0 ? null : (
    <details open={remarks.length <= 20}>
      <summary>
        {title}（{remarks.length}）
      </summary>
      <ul>
        {remarks.map((one) => (
          <li key={`${one.address} ${one.text}`}>{one.text}</li>
        ))}
      </ul>
    </details>
  );

/** One village misspelt is mended in its cell; more are villages the directory does not have yet. */
const fewPlaces = 1;

const UnknownPlaces = ({ places }: { readonly places: readonly string[] }) =>
  places.length <= fewPlaces ? null : (
    <Notice kind="warning">
      <p>{text("elder-pairing.registers.places", { count: places.length, names: someOf(places) })}</p>
      <p>
        <a href="/directory/import">{text("elder-pairing.registers.addPlaces")}</a>
      </p>
    </Notice>
  );

interface ReturningProps {
  readonly shown: Preview;
  readonly back: ReadonlySet<string>;
  readonly onChoose: (back: ReadonlySet<string>) => void;
}
/** Whom the sheet would bring back, line by line: an old list does not do it by itself. */
const Returning = ({ shown: { returning }, back, onChoose }: ReturningProps) =>
  returning.length === 0 ? null : (
    <Notice kind="warning">
      <TickList
        legend={text("elder-pairing.returning.heading", { count: returning.length })}
        lines={returning.map(({ line, name, state, since }) => ({
          id: String(line),
          label: text("elder-pairing.returning.line", {
            line,
            name,
            state: text(`elder-pairing.returning.${state}` as never),
            day: since ? dayText(since) : "",
          }),
        }))}
        chosen={back}
        onChoose={onChoose}
      />
    </Notice>
  );

interface RegisterProps {
  readonly placeId: string;
  readonly kind: Kind;
  readonly onDone: () => Promise<unknown>;
}

/** One register: a sheet is looked at, mended, and brought in. */
export function RegisterCard({ placeId, kind, onDone }: RegisterProps) {
  const [file, setFile] = useState<File>();
  const [shown, setShown] = useState<Preview>();
  const [mended, setMended] = useState<Readonly<Record<string, string>>>({});
  const [back, setBack] = useState<ReadonlySet<string>>(new Set());
  const [sames, setSames] = useState<Sames>(new Map());
  const [said, setSaid] = useState("");
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    await work().catch(setError);
    setBusy(false);
  };
  const look = (of: File, cells: Readonly<Record<string, string>>) =>
    run(async () => (setSaid(""), setBack(new Set()), setSames(new Map()), setShown(await lookAt(placeId, kind, of, cells))));
  const choose = (of: File | undefined) => {
    if (!of) return;
    setFile(of);
    setMended({});
    void look(of, {});
  };
  const store = () =>
    run(async () => {
      const sums = await bring(placeId, kind, file!, shown!, { back: new Set([...back].map(Number)), sames }, (done, of) =>
        setSaid(text("elder-pairing.registers.progress", { done, of })),
      );
      setShown(undefined);
      setSaid(text(sums.ended > 0 ? "elder-pairing.registers.doneEnded" : "elder-pairing.registers.done", sums));
      await onDone();
    });
  const title = text(`elder-pairing.registers.${kind}`);
  const outside = (shown?.returning.length ?? 0) - back.size + (shown?.alike.length ?? 0) - sames.size;
  const count = (shown?.ready.length ?? 0) + (shown?.leaving.length ?? 0) - outside;
  const isMended = Object.keys(mended).length > 0;
  return (
    <Card title={title}>
      <div class="lx-stack">
        <p class="lx-hint">{text(`elder-pairing.registers.${kind}.hint`)}</p>
        <p>
          <ButtonLink look="plain" icon={Download} href={addressOf("elder-pairing", "/places/:placeId/registers/:kind/empty", { placeId, kind })} download>
            {text("elder-pairing.registers.empty", { title })}
          </ButtonLink>
        </p>
        <label class="lx-field">
          <span class="lx-label">{text("elder-pairing.registers.file", { title })}</span>
          <input type="file" accept=".xlsx,.csv" onChange={(event) => choose(event.currentTarget.files?.[0])} />
        </label>
        {error !== undefined && <ErrorNotice error={error} />}
        <p role="status">{said}</p>
        {shown && (
          <>
            <Notice>{text("elder-pairing.registers.ready", { count: shown.ready.length - shown.returning.length - shown.alike.length })}</Notice>
            {kind === "elders" && <p>{text("elder-pairing.registers.counts", { ...shown.counts })}</p>}
            {shown.leaving.length > 0 && (
              <Notice kind="warning">
                {text("elder-pairing.registers.leaving", { count: shown.leaving.length, who: someOf(shown.leaving.map(({ values }) => values.name ?? "")) })}
              </Notice>
            )}
            <AlikeLines kind={kind} alike={shown.alike} sames={sames} onChoose={setSames} />
            <Returning shown={shown} back={back} onChoose={setBack} />
            <UnknownPlaces places={shown.unknownPlaces} />
            <MendCells problems={shown.problems} mended={mended} onMend={(cells) => setMended({ ...mended, ...cells })} />
            <Remarks title={text("elder-pairing.registers.duplicates")} remarks={shown.duplicates} />
            <Remarks title={text("elder-pairing.registers.left")} remarks={shown.left} />
            <div class="lx-actions">
              {isMended && (
                <Button aria-disabled={isBusy} onClick={() => void look(file!, mended)}>
                  {text("elder-pairing.registers.again")}
                </Button>
              )}
              <Button look="filled" aria-disabled={isBusy || count === 0} onClick={() => void store()}>
                {text("elder-pairing.registers.store", { count })}
              </Button>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
