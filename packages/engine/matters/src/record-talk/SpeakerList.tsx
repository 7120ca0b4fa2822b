import { useSignal, type Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { Button, ErrorNotice, Meta } from "@lianxin/web-kit";
import { text } from "../api.js";
import { searchPeople, type FoundPerson } from "../raise-matter/ReporterField.js";
import type { Speakers } from "./name-speakers.js";
import type { WrittenRemark } from "./read-remarks.js";

/** Finds who said one remark by a part of the name. */
function FindSpeaker({ onChoose }: { readonly onChoose: (person: FoundPerson) => void }) {
  const id = useId();
  const [name, found, error] = [useSignal(""), useSignal<readonly FoundPerson[] | undefined>(undefined), useSignal<unknown>(undefined)];
  const find = () =>
    searchPeople(name.value.trim()).then(
      (people) => (found.value = people),
      (refusal: unknown) => (error.value = refusal),
    );
  const findOnEnter = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void find();
  };
  return (
    <div class="lx-field">
      <label for={id}>{text("matters.talk.speaker")}</label>
      <div class="lx-joined">
        <input id={id} class="lx-input" value={name.value} onInput={(event) => (name.value = event.currentTarget.value)} onKeyDown={findOnEnter} />
        <Button onClick={() => void find()}>{text("matters.field.reporterId.find")}</Button>
      </div>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
      <div role="status">{found.value?.length === 0 && text("matters.talk.speaker.none")}</div>
      <div class="lx-actions">
        {found.value?.map((person) => (
          <Button key={person.id} look="soft" onClick={() => onChoose(person)}>
            {[person.fullName, person.distinction, person.placeName].filter(Boolean).join(" ")}
          </Button>
        ))}
      </div>
    </div>
  );
}

function Remark({ title, detail, answer, speakers }: WrittenRemark & { readonly speakers: Signal<Speakers> }) {
  const isAsked = useSignal(false);
  const speaker = speakers.value[title];
  const choose = (person: FoundPerson) => {
    speakers.value = { ...speakers.value, [title]: person };
    isAsked.value = false;
  };
  const clear = () => {
    const { [title]: _, ...others } = speakers.value;
    speakers.value = others;
  };
  return (
    <li>
      <Meta>
        {title}
        {speaker && <strong>{speaker.fullName}</strong>}
        {speaker ? (
          <Button look="plain" aria-label={text("matters.talk.clear", { title })} onClick={clear}>
            {text("matters.talk.clear.short")}
          </Button>
        ) : (
          <Button look="plain" aria-label={text("matters.talk.name", { title })} onClick={() => (isAsked.value = !isAsked.value)}>
            {text("matters.talk.speaker")}
          </Button>
        )}
      </Meta>
      {detail && <p class="lx-hint">{text("matters.talk.detail", { detail })}</p>}
      {answer && <p class="lx-hint">{text("matters.talk.answer", { answer })}</p>}
      {isAsked.value && !speaker && <FindSpeaker onChoose={choose} />}
    </li>
  );
}

/** The remarks written so far, each with who said it where somebody wants to be told of the answer. */
export const SpeakerList = ({ remarks, speakers }: { readonly remarks: readonly WrittenRemark[]; readonly speakers: Signal<Speakers> }) =>
  remarks.length === 0 ? null : (
    <section class="lx-field" aria-label={text("matters.talk.speakers")}>
      <h2>{text("matters.talk.speakers")}</h2>
      <p class="lx-hint">{text("matters.talk.speakers.hint")}</p>
      <ul class="lx-stack">
        {remarks.map((remark, index) => (
          <Remark key={`${index} ${remark.title}`} {...remark} speakers={speakers} />
        ))}
      </ul>
    </section>
  );
