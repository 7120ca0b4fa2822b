import { useSignal } from "@preact/signals";
import { Button, dateOf, dayText, timeText } from "@lianxin/web-kit";
import { text } from "../api.js";
import { moveDay } from "../convene-meeting/week-of.js";
import type { Block, Venue } from "./plan-api.js";

interface TimetableProps {
  readonly blocks: readonly Block[];
  readonly venues: readonly Venue[];
  readonly from: string;
  readonly until: string;
  /** A meeting was dropped on a room and a day; its hour stays. */
  readonly onDrop: (block: Block, day: string, venueId: string | null) => void;
  readonly onOpen: (block: Block) => void;
}
const weekOf = (from: string): string[] => Array.from({ length: 7 }, (_, i) => moveDay(from, i));

export function BlockButton({ block, onOpen }: { readonly block: Block } & Pick<TimetableProps, "onOpen">) {
  const { entry, title, startsAt } = block;
  const state = !entry ? "fixed" : entry.broken.length > 0 ? "broken" : entry.was ? "moved" : "fine";
  const words = (
    <>
      <strong>{timeText(startsAt)}</strong> {title}
      <small>{entry ? text("meetings.plan.people", { present: entry.present, members: entry.members, need: entry.need }) : text("meetings.plan.fixed")}</small>
    </>
  );
  if (!entry)
    return (
      <div class="plan-block" data-state={state}>
        {words}
      </div>
    );
  return (
    <button
      type="button"
      class="plan-block"
      data-state={state}
      draggable
      onDragStart={(event) => event.dataTransfer?.setData("text/plain", block.id)}
      onClick={() => onOpen(block)}
    >
      {words}
      {entry.broken.length > 0 && <small>{text("meetings.plan.broken", { rules: entry.broken.join("；") })}</small>}
    </button>
  );
}

function Cell({
  day,
  venueId,
  blocks,
  onDrop,
  onOpen,
}: { readonly day: string; readonly venueId: string | null } & Pick<TimetableProps, "blocks" | "onDrop" | "onOpen">) {
  const isOver = useSignal(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    isOver.value = false;
    const block = blocks.find(({ id }) => id === event.dataTransfer?.getData("text/plain"));
    if (block) onDrop(block, day, venueId);
  };
  const here = blocks.filter((block) => block.venueId === venueId && dateOf(block.startsAt) === day);
  return (
    <td
      data-over={isOver.value}
      onDragOver={(event) => (event.preventDefault(), (isOver.value = true))}
      onDragLeave={() => (isOver.value = false)}
      onDrop={drop}
    >
      {here.map((block) => (
        <BlockButton key={block.id} block={block} onOpen={onOpen} />
      ))}
    </td>
  );
}

/** Rooms by days, a week at a time; blocks can be dragged, and opened by keyboard to be moved in words. */
export function Timetable(props: TimetableProps) {
  const { blocks, venues, from, until } = props;
  const week = useSignal(from);
  const days = weekOf(week.value).filter((day) => day <= until);
  const rooms: (Pick<Venue, "name"> & { readonly id: string | null })[] = [
    ...venues,
    ...(blocks.some(({ venueId }) => venueId === null) ? [{ id: null, name: text("meetings.plan.noRoom") }] : []),
  ];
  return (
    <div class="lx-stack">
      <p role="status">{text("meetings.plan.week", { from: dayText(week.value) })}</p>
      <div class="lx-actions">
        <Button aria-disabled={week.value <= from} onClick={() => week.value > from && (week.value = moveDay(week.value, -7))}>
          {text("meetings.plan.week.before")}
        </Button>
        <Button aria-disabled={moveDay(week.value, 7) > until} onClick={() => moveDay(week.value, 7) <= until && (week.value = moveDay(week.value, 7))}>
          {text("meetings.plan.week.next")}
        </Button>
      </div>
      <div class="plan-scroll" tabIndex={0} role="group" aria-label={text("meetings.plan.table")}>
        <table class="plan-table">
          <thead>
            <tr>
              <th scope="col">{text("meetings.plan.move.venue")}</th>
              {days.map((day) => (
                <th key={day} scope="col">
                  {dayText(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rooms.map(({ id, name }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {days.map((day) => (
                  <Cell key={day} day={day} venueId={id} {...props} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
