import { useSignal } from "@preact/signals";
import { addressOf, Button, callServer, ErrorNotice } from "@lianxin/web-kit";
import { ChoiceField, PhoneField, TextField } from "@lianxin/web-kit/forms";
import { text } from "../api.js";

export interface FoundPerson {
  readonly id: string;
  readonly fullName: string;
  readonly distinction: string | null;
  readonly placeName: string;
}

/** At most ten people whose name holds these words. */
export const searchPeople = async (search: string): Promise<readonly FoundPerson[]> =>
  ((await callServer("GET", addressOf("directory", "/people", {}, { search }))) as { readonly people: readonly FoundPerson[] }).people.slice(0, 10);

/** Chosen when the one who raises it is not in the directory: then a name and a phone number are written. */
export const unlisted = "unlisted";

interface Props {
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  /** The words searched for, when nobody has them: likely the name to write. */
  readonly onMissed: (name: string) => void;
}

/** Finds the person on whose behalf something is entered, by a part of the name; who is not in the directory is written down by name. */
export function ReporterField({ chosen, onChoose, onMissed }: Props) {
  const name = useSignal("");
  const found = useSignal<readonly FoundPerson[] | undefined>(undefined);
  const error = useSignal<unknown>(undefined);
  const find = async () => {
    error.value = undefined;
    onChoose("");
    const words = name.value.trim();
    await searchPeople(words).then(
      (people) => {
        found.value = people;
        if (people.length === 0 && words !== "") onMissed(words);
      },
      (refusal: unknown) => (error.value = refusal),
    );
  };
  const findOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void find();
  };
  return (
    <div class="lx-field">
      <label for="matters-reporter-name">{text("matters.field.reporterId")}</label>
      <p class="lx-hint">{text("matters.field.reporterId.hint")}</p>
      <div class="lx-joined">
        <input
          id="matters-reporter-name"
          class="lx-input"
          value={name.value}
          onInput={(event) => (name.value = event.currentTarget.value)}
          onKeyDown={findOnEnter}
        />
        <Button onClick={() => void find()}>{text("matters.field.reporterId.find")}</Button>
      </div>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
      <div role="status">{found.value?.length === 0 && text("matters.field.reporterId.none")}</div>
      {(found.value?.length ?? 0) > 0 && (
        <ChoiceField
          name="reporterId"
          label={text("matters.field.reporterId")}
          choices={[
            ...found.value!.map(({ id, fullName, distinction, placeName }) => ({
              value: id,
              label: distinction ? `${fullName}（${distinction}）` : fullName,
              hint: placeName,
            })),
            { value: unlisted, label: text("matters.field.reporterId.unlisted") },
          ]}
        />
      )}
      {chosen === unlisted && (
        <>
          <TextField name="reporterName" label={text("matters.field.reporterName")} maxLength={50} />
          <PhoneField name="reporterPhone" label={text("matters.field.reporterPhone")} hint={text("matters.field.reporterPhone.hint")} isOptional />
        </>
      )}
    </div>
  );
}
