interface PlaceSelectProps {
  readonly label: string;
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string;
  readonly onChoose: (placeId: string) => void;
}

/** Which place a page is about; nothing where there is but one. */
export const PlaceSelect = ({ label, places, chosen, onChoose }: PlaceSelectProps) =>
  places.length > 1 ? (
    <label class="lx-field">
      <span class="lx-label">{label}</span>
      <select class="lx-input" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {places.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  ) : null;
