import { useSignal } from "@preact/signals";
import { Button, Card, Chips, EmptyState, Status } from "@lianxin/web-kit";
import { Download } from "@lianxin/web-kit/icons";
import { t } from "../browser.js";
import { AddPlaces } from "./AddPlaces.js";
import { findAlike, mendAlike } from "./mend-alike.js";
import type { ImportState, PreviewAnswer } from "./use-import.js";

type Remark = PreviewAnswer["problems"][number];
const pageSize = 50;

interface LineProps {
  readonly remark: Remark;
  /** Whose row it is, where the file says a name. */
  readonly name: string | undefined;
  readonly now: string;
  /** How many other cells have the same trouble and text; offered once this one was mended. */
  readonly alike: number;
  /** The heading of the box where it is another than the cell that is wrong. */
  readonly heading: string | undefined;
  readonly onMend: (text: string) => void;
  readonly onMendAlike: () => void;
}

const ProblemLine = ({ remark, name, now, alike, heading, onMend, onMendAlike }: LineProps) => (
  <li>
    <span>
      {name && <strong>{`${name}　`}</strong>}
      {remark.text}
      {remark.code === "placeUnknown" && (
        <>
          {" "}
          <a class="lx-link" href="/directory/arrange" target="_blank">
            {t("directory.page.mendAddPlace")}
          </a>
        </>
      )}
    </span>
    <span class="directory-mend">
      <label>
        {heading}
        <input
          class="lx-input"
          aria-label={heading ? `${heading} ${remark.mend.address}` : t("directory.page.mend", { address: remark.address })}
          value={now}
          onInput={(event) => onMend(event.currentTarget.value)}
        />
      </label>
      {remark.proposals
        .filter(({ text }) => text !== now)
        .map(({ text, label }) => (
          <Button key={text} look="soft" onClick={() => onMend(text)}>
            {label}
          </Button>
        ))}
      {alike > 0 && (
        <Button look="soft" onClick={onMendAlike}>
          {t("directory.page.mendAlike", { count: alike })}
        </Button>
      )}
    </span>
  </li>
);

function Problems({ state, preview }: { readonly state: ImportState; readonly preview: PreviewAnswer }) {
  const shown = useSignal(pageSize);
  const rows = new Map(preview.refused.map((row) => [row.line, row.values]));
  const textInFile = ({ line, mend }: Remark): string => rows.get(line)?.[mend.field] ?? "";
  const mendOne = ({ mend: { address, heading } }: Remark, words: string) =>
    (state.mended.value = { ...mended, ...(heading && { [heading.address]: heading.text }), [address]: words });
  const mended = state.mended.value;
  return (
    <>
      <ul class="directory-problems">
        {preview.problems.slice(0, shown.value).map((remark) => {
          const text = mended[remark.mend.address];
          const isOwnCell = remark.mend.address === remark.address;
          const alike =
            text === undefined || !isOwnCell ? [] : findAlike(remark, preview.problems, textInFile).filter((other) => mended[other.address] !== text);
          return (
            <ProblemLine
              key={`${remark.address} ${remark.text}`}
              remark={remark}
              name={rows.get(remark.line)?.fullName || rows.get(remark.line)?.name}
              now={text ?? textInFile(remark)}
              alike={alike.length}
              heading={isOwnCell ? undefined : (preview.fields.find(({ field }) => field === remark.mend.field)?.header ?? remark.mend.heading?.text)}
              onMend={(words) => mendOne(remark, words)}
              onMendAlike={() => (state.mended.value = mendAlike(mended, alike, text!))}
            />
          );
        })}
      </ul>
      {preview.problems.length > shown.value && (
        <Button onClick={() => (shown.value += pageSize)}>{t("directory.page.more", { count: preview.problems.length - shown.value })}</Button>
      )}
    </>
  );
}

const Corrections = ({ preview }: { readonly preview: PreviewAnswer }) => (
  <ul class="directory-problems">
    {preview.corrections.slice(0, 200).map((remark) => (
      <li key={`${remark.address} ${remark.text}`}>
        <span>{remark.text}</span>
        <Status kind="done" word={t("directory.page.automatic")} />
      </li>
    ))}
  </ul>
);

function Bottom({ state, preview }: { readonly state: ImportState; readonly preview: PreviewAnswer }) {
  const left = preview.refused.length;
  const verb =
    left > 0 ? t("directory.page.importSome", { count: preview.ready.length, left }) : t("directory.page.importAll", { count: preview.ready.length });
  const now = state.progress.value;
  const isMended = Object.keys(state.mended.value).length > 0;
  return (
    <>
      {now && <progress class="directory-progress" max={now.of} value={now.done} aria-label={t("directory.page.importing")} />}
      <div class="lx-actions">
        <Button onClick={() => (state.step.value = 1)}>{t("directory.page.backToColumns")}</Button>
        {(isMended || preview.problems.length > 0) && (
          <Button aria-disabled={state.isBusy.value} onClick={() => void state.look(2)}>
            {t("directory.page.checkAgain")}
          </Button>
        )}
        {preview.problems.length > 0 && (
          <Button icon={Download} aria-disabled={state.isBusy.value} onClick={() => void state.annotate()}>
            {t("directory.page.annotated")}
          </Button>
        )}
        {preview.ready.length > 0 && (
          <Button look="filled" aria-disabled={state.isBusy.value} onClick={() => void state.send()}>
            {verb}
          </Button>
        )}
      </div>
    </>
  );
}

/** The third step: what is wrong, cell by cell, to be mended here or in the file; the rest can go in meanwhile. */
export function MendRows({ state }: { readonly state: ImportState }) {
  const preview = state.preview.value!;
  const view = useSignal<"problems" | "corrections">("problems");
  const total = preview.ready.length + preview.refused.length;
  return (
    <Card
      title={t("directory.page.lookAt", { file: state.source.value!.file.name, total, ready: preview.ready.length, left: preview.refused.length })}
      aside={
        <Chips
          label={t("directory.page.only")}
          chosen={view.value}
          onChoose={(value) => (view.value = value)}
          options={[
            { value: "problems", label: t("directory.page.problems"), count: preview.problems.length },
            { value: "corrections", label: t("directory.page.corrections"), count: preview.corrections.length },
          ]}
        />
      }
    >
      <p role="status">
        {t("directory.page.wouldDo", { added: preview.added, changed: preview.changed, same: preview.same })}
        {preview.skipped > 0 && ` ${t("directory.page.skipped", { count: preview.skipped })}`}
      </p>
      {view.value === "problems" &&
        (preview.problems.length === 0 ? (
          <EmptyState why={t("directory.page.noProblem")} />
        ) : (
          <>
            <AddPlaces state={state} preview={preview} />
            <Problems state={state} preview={preview} />
          </>
        ))}
      {view.value === "corrections" && <Corrections preview={preview} />}
      <Bottom state={state} preview={preview} />
    </Card>
  );
}
