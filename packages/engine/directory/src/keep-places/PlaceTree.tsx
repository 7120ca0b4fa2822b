import { useLoaded } from "@lianxin/web-kit";
import { api, t } from "../browser.js";
import { idsAbove, orderPlaces } from "./order-places.js";
import { mainPlaces, placeChoices } from "./place-choices.js";
import "./PlaceTree.css";

export type PlaceLine = Awaited<ReturnType<typeof api<"GET /places">>>["places"][number];

interface PlaceTreeProps {
  readonly places: readonly PlaceLine[];
  /** Empty for all. */
  readonly chosen: string;
  readonly onChoose: (placeId: string) => void;
}
/** Always open down to the compounds; buildings come when their compound is chosen. */
const alwaysOpen = 2;

/** Who answers for the chosen place, as the box “这里归谁管？”. */
function Keepers({ placeId }: { readonly placeId: string }) {
  const keepers = useLoaded(() => api("GET /places/:placeId/keepers", { params: { placeId } }), [placeId]);
  if (!keepers.value) return null;
  return (
    <aside class="directory-keepers">
      <strong>{t("directory.page.whoKeeps")}</strong>
      {keepers.value.keepers.length === 0 && <p>{t("directory.page.nobodyKeeps")}</p>}
      {keepers.value.keepers.map(({ personId, fullName, title }) => (
        <p key={`${personId} ${title}`}>
          {title} <a href={`/directory/people/${personId}`}>{fullName}</a>
        </p>
      ))}
    </aside>
  );
}

function Branches({ places, chosen, onChoose }: PlaceTreeProps) {
  const open = mainPlaces(places);
  const above = idsAbove(open, chosen);
  const parents = new Set(open.map((place) => place.parentId));
  const isSeen = ({ depth, parentId }: { depth: number; parentId: string | null }) => depth <= alwaysOpen || (parentId !== null && above.has(parentId));
  return (
    <ul>
      <li>
        <button type="button" aria-pressed={chosen === ""} onClick={() => onChoose("")}>
          {t("directory.page.everywhere")}
        </button>
      </li>
      {orderPlaces(open)
        .filter(isSeen)
        .map((place) => (
          <li key={place.id} data-depth={Math.min(4, place.depth)} data-folded={place.depth >= alwaysOpen && parents.has(place.id) && !above.has(place.id)}>
            <button type="button" aria-pressed={chosen === place.id} onClick={() => onChoose(place.id)}>
              {place.name}
            </button>
          </li>
        ))}
    </ul>
  );
}

/** The place tree as a choice of one, open places only; on a phone a list that folds away. */
export function PlaceTree(props: PlaceTreeProps) {
  const { places, chosen, onChoose } = props;
  return (
    <nav class="directory-tree" aria-label={t("directory.page.places")}>
      <label class="directory-tree-short">
        <span>{t("directory.page.place")}</span>
        <select class="lx-input" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
          <option value="">{t("directory.page.everywhere")}</option>
          {placeChoices(places).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Branches {...props} />
      {chosen && <Keepers placeId={chosen} />}
    </nav>
  );
}
