import { useLoaded } from "@lianxin/web-kit";
import { api, t } from "../browser.js";
import "./PlaceTree.css";

export type PlaceLine = Awaited<ReturnType<typeof api<"GET /places">>>["places"][number];

interface PlaceTreeProps {
  readonly places: readonly PlaceLine[];
  /** Empty for all. */
  readonly chosen: string;
  readonly onChoose: (placeId: string) => void;
}

/** How deep each place lies, by id; the parents one may not see do not count. O(n). */
export function depthsOf(places: readonly Pick<PlaceLine, "id" | "parentId">[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parentId } of places) depths.set(id, parentId !== null && depths.has(parentId) ? depths.get(parentId)! + 1 : 0);
  return depths;
}

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

/** The place tree as a choice of one; open places only. */
export function PlaceTree({ places, chosen, onChoose }: PlaceTreeProps) {
  const open = places.filter((place) => place.closedOn === null);
  const depths = depthsOf(open);
  return (
    <nav class="directory-tree" aria-label={t("directory.page.places")}>
      <ul>
        <li>
          <button type="button" aria-pressed={chosen === ""} onClick={() => onChoose("")}>
            {t("directory.page.everywhere")}
          </button>
        </li>
        {open.map((place) => (
          <li key={place.id} data-depth={Math.min(4, depths.get(place.id) ?? 0)}>
            <button type="button" aria-pressed={chosen === place.id} onClick={() => onChoose(place.id)}>
              {place.name}
            </button>
          </li>
        ))}
      </ul>
      {chosen && <Keepers placeId={chosen} />}
    </nav>
  );
}
