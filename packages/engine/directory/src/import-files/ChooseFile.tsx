import { Await, Card, useLoaded } from "@lianxin/web-kit";
import { FileField, Form, neededChoice, SelectField, useForm } from "@lianxin/web-kit/forms";
import { api, t } from "../browser.js";
import type { PlaceLine } from "../keep-places/PlaceTree.js";
import { importKinds, type ImportKindName } from "./import-kinds.js";
import { PastImports } from "./PastImports.js";
import type { ImportState } from "./use-import.js";

function FileForm({ state, places }: { readonly state: ImportState; readonly places: readonly PlaceLine[] }) {
  const form = useForm({
    start: { kind: "people" as ImportKindName, placeId: places[0]?.id ?? "", file: null as File | null },
    check: ({ placeId, file }) => ({ placeId: neededChoice(placeId, t("directory.page.place")), file: file ? undefined : t("directory.page.fileNeeded") }),
    send: async ({ kind, placeId, file }) => {
      state.mapping.value = state.mended.value = {};
      state.source.value = { kind, placeId, file: file! };
      await state.look(1);
    },
  });
  return (
    <Form form={form} submit={state.isBusy.value ? t("directory.page.reading") : t("directory.page.toColumns")}>
      <SelectField name="kind" label={t("directory.page.importKind")} choices={importKinds.map((value) => ({ value, label: t(`directory.kind.${value}`) }))} />
      <SelectField name="placeId" label={t("directory.page.importPlace")} choices={places.map(({ id, name }) => ({ value: id, label: name }))} />
      <FileField name="file" label={t("directory.page.file")} hint={t("directory.page.fileHint")} accept=".xlsx,.csv" />
    </Form>
  );
}

/** The first step: which file, what it holds, for which place. */
export function ChooseFile({ state }: { readonly state: ImportState }) {
  const places = useLoaded(() => api("GET /places"), []);
  return (
    <>
      <Card title={t("directory.page.stepFile")}>
        <Await of={places}>
          {({ places }) => <FileForm state={state} places={places.filter((place) => place.closedOn === null && place.kind !== "building")} />}
        </Await>
      </Card>
      <PastImports />
    </>
  );
}
