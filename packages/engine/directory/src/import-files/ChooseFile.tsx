import { useSignal } from "@preact/signals";
import { useLocation } from "preact-iso";
import { addressOf, Await, ButtonLink, Card, useLoaded } from "@lianxin/web-kit";
import { FileField, Form, neededChoice, SelectField, TextArea, useForm } from "@lianxin/web-kit/forms";
import { Download } from "@lianxin/web-kit/icons";
import { api, t } from "../browser.js";
import { mainPlaces, placeChoices } from "../keep-places/place-choices.js";
import type { PlaceLine } from "../keep-places/PlaceTree.js";
import { importKinds, type ImportKindName } from "./import-kinds.js";
import { PastImports } from "./PastImports.js";
import type { ImportState } from "./use-import.js";

/** Cells copied from a sheet come as text with tabs, which reads like any .csv file. */
const pasted = (text: string): File => new File([text], `${t("directory.page.pasted")}.csv`, { type: "text/csv" });

function useFileForm(state: ImportState, places: readonly PlaceLine[]) {
  const { query } = useLocation();
  const kind = importKinds.find((one) => one === query.kind) ?? "people";
  return useForm({
    start: { kind: kind as ImportKindName, placeId: placeChoices(places)[0]?.value ?? "", file: null as File | null, paste: "" },
    tidy: { paste: (text) => text },
    check: ({ placeId, file, paste }) => ({
      placeId: neededChoice(placeId, t("directory.page.place")),
      file: file || paste.trim() ? undefined : t("directory.page.fileNeeded"),
    }),
    send: async ({ kind, placeId, file, paste }) => {
      state.mapping.value = state.mended.value = {};
      state.source.value = { kind, placeId, file: file ?? pasted(paste) };
      await state.look(1);
    },
  });
}

function FileForm({ state, places }: { readonly state: ImportState; readonly places: readonly PlaceLine[] }) {
  const form = useFileForm(state, places);
  const isOver = useSignal(false);
  const { file, kind } = form.values.value;
  const over = (event: DragEvent) => {
    event.preventDefault();
    isOver.value = event.type === "dragover";
  };
  const drop = (event: DragEvent) => {
    over(event);
    form.set("file", event.dataTransfer?.files[0] ?? null);
  };
  return (
    <Form form={form} submit={state.isBusy.value ? t("directory.page.reading") : t("directory.page.toColumns")}>
      <SelectField name="kind" label={t("directory.page.importKind")} choices={importKinds.map((value) => ({ value, label: t(`directory.kind.${value}`) }))} />
      <ButtonLink href={addressOf("directory", "/imports/empty/:kind", { kind })} look="plain" icon={Download} download>
        {t("directory.page.emptySheet", { kind: t(`directory.kind.${kind}`) })}
      </ButtonLink>
      <SelectField name="placeId" label={t("directory.page.importPlace")} choices={placeChoices(places)} />
      <div class="directory-drop" data-over={isOver.value} onDragOver={over} onDragLeave={over} onDrop={drop}>
        <FileField name="file" label={t("directory.page.file")} hint={t("directory.page.fileHint")} accept=".xlsx,.csv,.xls,.txt" />
        <p role="status">{file && t("directory.page.chosenFile", { file: file.name })}</p>
      </div>
      <TextArea name="paste" label={t("directory.page.paste")} hint={t("directory.page.pasteHint")} rows={3} isOptional />
    </Form>
  );
}

/** The first step: which file, or what was copied from one; what it holds, for which place. */
export function ChooseFile({ state }: { readonly state: ImportState }) {
  const places = useLoaded(() => api("GET /places"), []);
  return (
    <>
      <Card title={t("directory.page.stepFile")}>
        <Await of={places}>{({ places }) => <FileForm state={state} places={mainPlaces(places).filter((place) => place.kind !== "building")} />}</Await>
      </Card>
      <PastImports />
    </>
  );
}
