import { useSignal } from "@preact/signals";
import { Button, Card, dayText, ErrorNotice } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { api, text } from "../api.js";
import { tellSeat, type Party, type Seat } from "./body-words.js";
import { PartyVerbs } from "./PartyVerbs.js";
import { AddSeatForm, MarksForm } from "./SeatForms.js";

interface PartyProps {
  readonly bodyId: string;
  readonly party: Party;
  readonly mayChange: boolean;
  readonly reload: () => Promise<void>;
}

function SeatRow({ bodyId, party, seat, mayChange, reload }: PartyProps & { readonly seat: Seat }) {
  const [failed, isMarking] = [useSignal<unknown>(undefined), useSignal(false)];
  const again = () =>
    api("POST /bodies/:bodyId/seats", {
      params: { bodyId },
      body: { partyId: party.id, personId: seat.personId, kind: seat.kind as "voting", marks: [...seat.marks] },
    }).then(reload);
  const end = () =>
    api("DELETE /bodies/:bodyId/seats/:seatId", { params: { bodyId, seatId: seat.id } }).then(
      async () => {
        await reload();
        toast(text("meetings.body.unseated", { name: seat.name }), { undo: again });
      },
      (error: unknown) => void (failed.value = error),
    );
  return (
    <li>
      <span>
        {seat.name}{" "}
        <small class="lx-hint">{[tellSeat(seat), text("meetings.body.since", { day: dayText(seat.fromOn, { year: true }) })].filter(Boolean).join(" ")}</small>
      </span>
      {mayChange && (
        <span class="body-verbs">
          <Button look="plain" aria-expanded={isMarking.value} onClick={() => (isMarking.value = !isMarking.value)}>
            {text("meetings.body.mark")}
            <span class="lx-sr">{seat.name}</span>
          </Button>
          <Button look="plain" onClick={() => void end()}>
            {text("meetings.body.end")}
            <span class="lx-sr">{seat.name}</span>
          </Button>
        </span>
      )}
      {failed.value !== undefined && <ErrorNotice error={failed.value} />}
      {isMarking.value && (
        <div class="body-marks">
          <MarksForm bodyId={bodyId} seat={seat} reload={reload} onDone={() => (isMarking.value = false)} />
        </div>
      )}
    </li>
  );
}

/** One side of a body: who sits for it, and who else is to. */
export const PartyCard = (props: PartyProps) => (
  <Card title={props.party.name} aside={<span class="lx-hint">{text("meetings.people.count", { count: props.party.seats.length })}</span>}>
    {props.party.isNeeded && <p class="lx-hint">{text("meetings.body.needed")}</p>}
    {props.party.seats.length === 0 && <p class="lx-hint">{text("meetings.body.empty")}</p>}
    <ul class="body-seats">
      {props.party.seats.map((seat) => (
        <SeatRow key={seat.id} {...props} seat={seat} />
      ))}
    </ul>
    {props.mayChange && (
      <details>
        <summary>{text("meetings.body.add")}</summary>
        <AddSeatForm bodyId={props.bodyId} party={props.party} reload={props.reload} />
      </details>
    )}
    {props.mayChange && <PartyVerbs bodyId={props.bodyId} party={props.party} reload={props.reload} />}
  </Card>
);
