import { useSignal } from "@preact/signals";
import { Button, ButtonLink, Card, ErrorNotice, PageHead, t } from "@lianxin/web-kit";
import { api, text, type Draft } from "../api.js";
import { ChairCard } from "../name-chair/ChairCard.js";
import { PersonPicker } from "../set-up-body/PersonPicker.js";
import { RuleStanding } from "./RuleStanding.js";
import { tellNeed } from "./need-words.js";
import { addressOfStep } from "./Steps.js";

type Person = Draft["people"][number];
export interface StepProps {
  readonly draft: Draft;
  readonly reload: () => Promise<void>;
}

/** People by their party, in the order of the seats. */
export function groupByParty(people: readonly Person[]): [party: string, people: Person[]][] {
  const parties = new Map<string, Person[]>();
  for (const person of people) parties.set(person.partyName, [...(parties.get(person.partyName) ?? []), person]);
  return [...parties];
}

function Party({ name, people, onRemove }: { readonly name: string; readonly people: readonly Person[]; readonly onRemove: (id: string) => void }) {
  return (
    <div class="convene-party">
      <h3>
        {name} <span class="lx-hint">{text("meetings.people.count", { count: people.length })}</span>
      </h3>
      <ul>
        {people.map(({ id, name: personName, kind }) => (
          <li key={id}>
            {personName} {kind !== "voting" && <small class="lx-hint">{t(`meetings.seat.${kind}`)}</small>}
            {kind !== "voting" && (
              <Button look="plain" aria-label={`${text("meetings.people.remove")} ${personName}`} onClick={() => onRemove(id)}>
                {text("meetings.people.remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Step 2: which parties are asked, who votes, and whom else? */
export function PeopleStep({ draft, reload }: StepProps) {
  const failed = useSignal<unknown>(undefined);
  const act = (work: Promise<unknown>) =>
    work.then(
      () => ((failed.value = undefined), reload()),
      (error: unknown) => void (failed.value = error),
    );
  const add = (personId: string) =>
    act(
      api("POST /meetings/:meetingId/guests", {
        params: { meetingId: draft.id },
        body: { personId, kind: "non_voting", partyName: text("meetings.people.guests") },
      }),
    );
  const remove = (inviteeId: string) => act(api("DELETE /meetings/:meetingId/guests/:inviteeId", { params: { meetingId: draft.id, inviteeId } }));
  return (
    <>
      <PageHead
        title={text("meetings.people.heading")}
        note={
          <>
            {tellNeed(draft)}
            <RuleStanding draft={draft} />
          </>
        }
      />
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      <Card title={text("meetings.people.seats")}>
        <div class="convene-parties">
          {groupByParty(draft.people).map(([name, people]) => (
            <Party key={name} name={name} people={people} onRemove={(id) => void remove(id)} />
          ))}
        </div>
      </Card>
      <ChairCard draft={draft} reload={reload} />
      <Card title={text("meetings.people.more")}>
        <p class="lx-hint">{text("meetings.people.moreHint")}</p>
        <PersonPicker label={text("meetings.people.who")} onPick={({ id }) => void add(id)} />
      </Card>
      <div class="lx-actions">
        <ButtonLink href={addressOfStep(draft.id, "time")} look="filled">
          {text("meetings.people.toTime")}
        </ButtonLink>
      </div>
    </>
  );
}
