import type { ComponentChildren } from "preact";
import { timeText } from "@lianxin/web-kit";
import { text } from "../api.js";
import "./Agenda.css";

export interface ShownItem {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly number: string;
  readonly depth: number;
  readonly startsAt: string | null;
}

/** The agenda with its numbers, each item under what it stands under, and when it is its turn; `show` draws the title. */
export const AgendaList = <I extends ShownItem>({ items, show }: { readonly items: readonly I[]; readonly show: (item: I) => ComponentChildren }) => (
  <ol class="agenda">
    {items.map((item) => (
      <li key={item.id} data-depth={item.depth}>
        <span class="lx-num">{item.startsAt ? timeText(item.startsAt) : item.number}</span>
        <span>
          {show(item)} <small class="lx-hint">{text("meetings.room.minutes", { minutes: item.minutes })}</small>
        </span>
      </li>
    ))}
  </ol>
);
