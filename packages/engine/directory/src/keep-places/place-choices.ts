import { fullNameOf, orderPlaces } from "./order-places.js";
import type { PlaceLine } from "./PlaceTree.js";

export const openPlaces = (places: readonly PlaceLine[]): PlaceLine[] => places.filter((place) => place.closedOn === null);
export const mainPlaces = (places: readonly PlaceLine[]): PlaceLine[] => openPlaces(places).filter((place) => place.scheme === "main");

/** Open places as choices of a form, in the order of the tree, each indented below its parent; buildings told with their compound. */
export function placeChoices(places: readonly PlaceLine[]) {
  const names = new Map(places.map((place) => [place.id, place.name]));
  return orderPlaces(mainPlaces(places)).map((place) => ({
    value: place.id,
    label: `${"\u3000".repeat(Math.max(0, place.depth - 1))}${fullNameOf(place, place.parentId ? names.get(place.parentId) : null)}`,
  }));
}

/** The same where a place of another tree may be meant too, as a role may be held at one: those come last, by name. */
export const allChoices = (places: readonly PlaceLine[]) => [
  ...placeChoices(places),
  ...orderPlaces(openPlaces(places).filter((place) => place.scheme !== "main")).map(({ id, name }) => ({ value: id, label: name })),
];
