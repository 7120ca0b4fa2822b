import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { addressOf, Await, Button, Card, dayText, EmptyState, mayAnywhere, PageHead, t, useLoaded } from "@lianxin/web-kit";
import { api, text } from "../api.js";
import { StandingCard } from "../change-volunteer/StandingCard.js";
import { EraseCard } from "../keep-people/EraseCard.js";
import { ShowPhone } from "../show-phone/ShowPhone.js";
import { SamePerson } from "../join-volunteers/SamePerson.js";
import { BasicsForm, readBasics } from "./BasicsForm.js";
import { AddEntry, WithdrawDialog } from "./EntryForms.js";
import "./Record.css";

const read = (volunteerId: string) => api("GET /volunteers/:volunteerId/record", { params: { volunteerId } });
export type Shown = Awaited<ReturnType<typeof read>>;
type Entry = Shown["entries"][number];
interface Props {
  readonly shown: Shown;
  readonly onDone: () => Promise<unknown>;
}

/** Sealed values are opened by a tap, and each opening is logged. */
function Basics({ shown: { id, agreedOn }, onDone }: Props) {
  const [opened, open] = useState<Awaited<ReturnType<typeof readBasics>> | undefined>(undefined);
  const leave = async () => {
    open(undefined);
    await onDone();
  };
  return (
    <Card title={text("volunteer-days.basics.title")}>
      <p class="lx-hint">{text("volunteer-days.basics.note")}</p>
      {opened ? (
        <BasicsForm volunteerId={id} kept={opened.basics} onDone={leave} />
      ) : (
        <p class="record-line">
          {agreedOn ? text("volunteer-days.basics.agreed", { day: dayText(agreedOn) }) : text("volunteer-days.basics.none")}
          {mayAnywhere("volunteer-days.plan") && (
            <Button look="soft" onClick={() => void readBasics(id).then(open)}>
              {text(agreedOn ? "volunteer-days.basics.show" : "volunteer-days.basics.add")}
            </Button>
          )}
        </p>
      )}
    </Card>
  );
}

const factsOf = ({ kind, words, minutes, organizer, onDay }: Entry): string =>
  [t(`volunteer-days.entry.${kind}`), dayText(onDay), organizer, words, minutes !== null && text("volunteer-days.entry.minutes", { count: minutes })]
    .filter(Boolean)
    .join(" · ");

function Entries({ shown: { id, entries }, onDone }: Props) {
  const [wrong, withdraw] = useState<Entry | undefined>(undefined);
  const mayPlan = mayAnywhere("volunteer-days.plan");
  return (
    <Card title={text("volunteer-days.entry.title")}>
      {entries.length === 0 && <EmptyState why={text("volunteer-days.entry.none")} />}
      <ul class="record-entries">
        {entries.map((entry) => (
          <li key={entry.id} class="record-line">
            <span>
              {entry.title} <span class="lx-hint">{factsOf(entry)}</span>
            </span>
            {mayPlan && (
              <Button look="plain" aria-label={`${text("volunteer-days.entry.withdraw")} ${entry.title}`} onClick={() => withdraw(entry)}>
                {text("volunteer-days.entry.withdraw")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {wrong && <WithdrawDialog entry={wrong} onClose={() => withdraw(undefined)} onDone={onDone} />}
      {mayPlan && <AddEntry volunteerId={id} onDone={onDone} />}
    </Card>
  );
}

const hoursOf = (minutes: number) => ({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });

const Certificates = ({ certificates }: Pick<Shown, "certificates">) =>
  certificates.length === 0 ? null : (
    <Card title={text("volunteer-days.record.certificates")}>
      <ul class="record-entries">
        {certificates.map(({ id, number, minutes, fromOn, toOn }) => (
          <li key={id} class="record-line">
            <a href={addressOf("volunteer-days", "/certificates/:certificateId", { certificateId: id })} download>
              {number}
            </a>
            <span class="lx-hint">
              {dayText(fromOn)}–{dayText(toOn)} · {text("volunteer-days.proof.hours", hoursOf(minutes))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );

/** Everything kept of one volunteer: hours, basic information, training, awards, evaluations, certificates. Nobody is ranked. */
export default function RecordPage() {
  const { volunteerId } = useRoute().params as { volunteerId: string };
  // Who may change what they can do reads it on the card for that.
  const mayPlan = mayAnywhere("volunteer-days.plan");
  const loaded = useLoaded(() => read(volunteerId), [volunteerId], { keepsOld: true });
  return (
    <div class="lx-stack lx-reading">
      <Await of={loaded} lines={8}>
        {(shown) => (
          <>
            <PageHead
              title={shown.name || text("volunteer-days.erase.nobody")}
              note={[text("volunteer-days.record.sum", { days: shown.days, ...hoursOf(shown.minutes) }), !mayPlan && shown.skills].filter(Boolean).join(" · ")}
            />
            {shown.name && (
              <ShowPhone name={shown.name} masked={shown.phone} read={() => api("GET /volunteers/:volunteerId/phone", { params: { volunteerId } })} />
            )}
            {shown.name && mayPlan && <StandingCard person={shown} onDone={loaded.reload} />}
            <Basics shown={shown} onDone={loaded.reload} />
            <Entries shown={shown} onDone={loaded.reload} />
            <Certificates certificates={shown.certificates} />
            <SamePerson person={shown} onDone={loaded.reload} />
            <EraseCard person={shown} onDone={loaded.reload} />
          </>
        )}
      </Await>
    </div>
  );
}
