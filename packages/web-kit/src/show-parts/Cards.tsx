import type { ComponentType } from "preact";
import { lazy } from "preact-iso";
import { signal } from "@preact/signals";
import type { WebCard } from "@lianxin/plugin-kit/web";

/** What a card on “today” is given: it tells how many things wait for this person, and how many of them are overdue. */
export interface CardProps {
  readonly onCount?: (waiting: number, overdue: number) => void;
}
/** A card as the shell knows it, from the server's list of doors. */
export interface CardEntry {
  readonly id: string;
  readonly on: WebCard["on"];
  readonly order: number;
  readonly load: () => Promise<{ readonly default: unknown }>;
}
interface Drawn extends Omit<CardEntry, "load"> {
  readonly Card: ComponentType<object>;
}
const known = signal<readonly Drawn[]>([]);
const Nothing = () => null;

/** For the shell: the cards of all doors. A card that cannot be loaded is left out. */
export const registerCards = (cards: readonly CardEntry[]): void => {
  known.value = [...cards]
    .sort((one, other) => one.order - other.order)
    .map(({ load, ...card }) => ({ ...card, Card: lazy(() => load().catch(() => ({ default: Nothing }))) as unknown as ComponentType<object> }));
};

interface CardsProps<Props extends object> {
  readonly on: WebCard["on"];
  /** Only orders from `from` up to, not including, `below`. */
  readonly from?: number;
  readonly below?: number;
  /** Given to each card; a function gets the card's id. */
  readonly props: (cardId: string) => Props;
}

/** The cards that plugins contribute to a page, in their order. Stands inside an ErrorBoundary, since cards load when drawn. */
export const Cards = <Props extends object>({ on, from = -Infinity, below = Infinity, props }: CardsProps<Props>) => (
  <>
    {known.value
      .filter((card) => card.on === on && card.order >= from && card.order < below)
      .map(({ id, Card }) => (
        <Card key={id} {...props(id)} />
      ))}
  </>
);
