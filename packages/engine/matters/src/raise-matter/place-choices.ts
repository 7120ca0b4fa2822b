interface PlaceLine {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
}

/** Places as choices of a form, each indented below the one it lies in. */
export const placeChoices = (places: readonly PlaceLine[]) => places.map(({ id, name, depth }) => ({ value: id, label: `${"\u3000".repeat(depth)}${name}` }));
