import { Dialog, toast } from "@lianxin/web-kit/feedback";
import { Form, needed, neededChoice, SelectField, TextField, tidyDigits, useForm } from "@lianxin/web-kit/forms";
import { api, t } from "../browser.js";
import { placeKinds, schemes, type PlaceKind, type Scheme } from "../words.js";
import { placeChoices } from "./place-choices.js";
import type { PlaceLine } from "./PlaceTree.js";

interface PlaceDialogProps {
  /** The place to change; a new one without it. */
  readonly place?: PlaceLine | undefined;
  /** Another way to divide the same ground: a new place of an overlay. */
  readonly isOverlay?: boolean;
  readonly places: readonly PlaceLine[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}
const wholeOrNull = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : null);
const wholeCheck = (text: string) => (text === "" || /^\d+$/.test(text) ? undefined : t("directory.arrange.wholeNumber"));

const Figures = () => (
  <>
    <TextField name="code" label={t("directory.arrange.code")} hint={t("directory.arrange.codeHint")} maxLength={40} isOptional />
    <TextField name="households" label={t("directory.page.households")} keyboard="numeric" width="short" isOptional />
  </>
);

function ChangeForm({ place, onClose, onDone }: PlaceDialogProps & { readonly place: PlaceLine }) {
  const form = useForm({
    start: { name: place.name, code: place.code ?? "", households: place.households === null ? "" : String(place.households) },
    tidy: { households: tidyDigits },
    check: ({ name, households }) => ({ name: needed(name, t("directory.page.placeName")), households: wholeCheck(households) }),
    send: ({ name, code, households }) =>
      api("PATCH /places/:placeId", {
        params: { placeId: place.id },
        body: { version: place.version, name, code: code || null, households: wholeOrNull(households) },
      }),
    onDone: async () => {
      onClose();
      await onDone();
      toast(t("directory.page.edited"));
    },
  });
  return (
    <Form form={form} submit={t("directory.page.save")}>
      <TextField name="name" label={t("directory.page.placeName")} maxLength={100} />
      <Figures />
    </Form>
  );
}

function AddForm({ places, isOverlay = false, onClose, onDone }: PlaceDialogProps) {
  const choices = placeChoices(places);
  const form = useForm({
    start: {
      parentId: choices[0]?.value ?? "",
      kind: (isOverlay ? "grid" : "compound") as PlaceKind,
      name: "",
      code: "",
      households: "",
      scheme: (isOverlay ? "security" : "main") as Scheme | "main",
    },
    tidy: { households: tidyDigits },
    check: ({ parentId, name, households }) => ({
      parentId: neededChoice(parentId, t("directory.page.parent")),
      name: needed(name, t("directory.page.placeName")),
      households: wholeCheck(households),
    }),
    send: ({ households, code, ...place }, idempotencyKey) =>
      api("POST /places", { body: { ...place, code: code || null, households: wholeOrNull(households) }, idempotencyKey }),
    onDone: async () => {
      onClose();
      await onDone();
      toast(t("directory.page.placeAdded"));
    },
  });
  return (
    <Form form={form} submit={t("directory.page.addPlace")}>
      {isOverlay && (
        <SelectField name="scheme" label={t("directory.arrange.scheme")} choices={schemes.map((value) => ({ value, label: t(`directory.scheme.${value}`) }))} />
      )}
      <SelectField name="parentId" label={t("directory.page.parent")} choices={choices} />
      {!isOverlay && (
        <SelectField name="kind" label={t("directory.page.placeKind")} choices={placeKinds.map((value) => ({ value, label: t(`directory.place.${value}`) }))} />
      )}
      <TextField name="name" label={t("directory.page.placeName")} maxLength={100} />
      <Figures />
    </Form>
  );
}

/** Adds a place, or changes what one is called and its figures; where it lies never changes. */
export const PlaceDialog = (props: PlaceDialogProps) => (
  <Dialog
    isOpen={props.isOpen}
    onClose={props.onClose}
    title={
      props.place
        ? t("directory.arrange.changeOf", { name: props.place.name })
        : t(props.isOverlay ? "directory.arrange.addOverlay" : "directory.page.addPlace")
    }
  >
    {props.place ? <ChangeForm {...props} place={props.place} /> : <AddForm {...props} />}
  </Dialog>
);
