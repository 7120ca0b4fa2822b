import { useSignal } from "@preact/signals";
import { Button, Card, Chips, EmptyState, Status } from "@lianxin/web-kit";
import { t } from "../browser.js";
import type { ImportState, PreviewAnswer } from "./use-import.js";

type Remark = PreviewAnswer["problems"][number];
const pageSize = 50;

function ProblemLine({ remark, now, onMend }: { readonly remark: Remark; readonly now: string; readonly onMend: (text: string) => void }) {
  return (
    <li>
      <span>{remark.text}</span>
      <input
        class="lx-input"
        aria-label={t("directory.page.mend", { address: remark.address })}
        value={now}
        onInput={(event) => onMend(event.currentTarget.value)}
      />
    </li>
  );
}

function Problems({ state, preview }: { readonly state: ImportState; readonly preview: PreviewAnswer }) {
  const shown = useSignal(pageSize);
  const valueAt = ({ line, field, address }: Remark) => state.mended.value[address] ?? preview.refused.find((row) => row.line === line)?.values[field] ?? "";
  return (
    <>
      <ul class="directory-problems">
        {preview.problems.slice(0, shown.value).map((remark) => (
          <ProblemLine
            key={`${remark.address} ${remark.text}`}
            remark={remark}
            now={valueAt(remark)}
            onMend={(text) => (state.mended.value = { ...state.mended.value, [remark.address]: text })}
          />
        ))}
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
  return (
    <>
      {now && <progress class="directory-progress" max={now.of} value={now.done} aria-label={t("directory.page.importing")} />}
      <div class="lx-actions lx-pad">
        <Button onClick={() => (state.step.value = 1)}>{t("directory.page.toColumns")}</Button>
        {Object.keys(state.mended.value).length > 0 && (
          <Button aria-disabled={state.isBusy.value} onClick={() => void state.look(2)}>
            {t("directory.page.checkAgain")}
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

/** The third step: what is wrong, cell by cell, to be mended here; the rest can go in meanwhile. */
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
      <p role="status">{t("directory.page.wouldDo", { added: preview.added, changed: preview.changed, same: preview.same })}</p>
      {view.value === "problems" &&
        (preview.problems.length === 0 ? <EmptyState why={t("directory.page.noProblem")} /> : <Problems state={state} preview={preview} />)}
      {view.value === "corrections" && <Corrections preview={preview} />}
      <Bottom state={state} preview={preview} />
    </Card>
  );
}
