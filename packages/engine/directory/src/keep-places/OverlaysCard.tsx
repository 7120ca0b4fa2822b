import { useSignal } from "@preact/signals";
import { Await, Button, Card, EmptyState, ErrorNotice, useLoaded } from "@lianxin/web-kit";
import { toast } from "@lianxin/web-kit/feedback";
import { Plus } from "@lianxin/web-kit/icons";
import { api, t } from "../browser.js";
import { schemes } from "../words.js";
import { fullNameOf, orderPlaces } from "./order-places.js";
import { mainPlaces, openPlaces, placeChoices } from "./place-choices.js";
import { PlaceDialog } from "./PlaceDialog.js";
import type { Places } from "./PlacesCard.js";
import type { PlaceLine } from "./PlaceTree.js";

const listed = () => api("GET /overlays");
type Cover = Awaited<ReturnType<typeof listed>>["covers"][number];
const schemeWord = (scheme: string): string => t(`directory.scheme.${schemes.find((one) => one === scheme) ?? "other"}`);

interface OverlayProps {
  readonly overlay: PlaceLine;
  readonly places: readonly PlaceLine[];
  readonly covers: readonly Cover[];
  readonly onDone: () => Promise<void>;
}

/** One place of an overlay: what it covers, covering more, and no longer covering. */
function Overlay({ overlay, places, covers, onDone }: OverlayProps) {
  const error = useSignal<unknown>(undefined);
  const attempt = (work: Promise<unknown>) => work.then(onDone, (refusal: unknown) => void (error.value = refusal));
  const cover = (coveredId: string) => api("POST /places/:placeId/covers", { params: { placeId: overlay.id }, body: { coveredId } });
  const end = async ({ id, coveredId }: Cover) => {
    await api("POST /covers/:coverId/end", { params: { coverId: id } });
    toast(t("directory.arrange.uncovered"), { undo: () => attempt(cover(coveredId)) });
  };
  const free = mainPlaces(places).filter((place) => !covers.some((one) => one.coveredId === place.id && one.toOn === null));
  return (
    <li class="overlay">
      <strong>
        {schemeWord(overlay.scheme)} {overlay.name}
      </strong>
      {error.value !== undefined && <ErrorNotice error={error.value} />}
      <div class="lx-actions">
        {covers
          .filter((one) => one.toOn === null)
          .map((one) => (
            <Button
              key={one.id}
              look="soft"
              aria-label={t("directory.arrange.uncoverOf", { name: fullNameOf(one, one.parentName) })}
              onClick={() => void attempt(end(one))}
            >
              {fullNameOf(one, one.parentName)} ×
            </Button>
          ))}
        <select
          class="lx-input overlay-more"
          aria-label={t("directory.arrange.coverMore", { name: overlay.name })}
          value=""
          onChange={(event) => event.currentTarget.value && void attempt(cover(event.currentTarget.value))}
        >
          <option value="">{t("directory.arrange.cover")}</option>
          {placeChoices(free).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </li>
  );
}

/** Other ways to divide the same ground: a role held at an overlay's place reaches everything it covers. */
export function OverlaysCard({ places }: { readonly places: Places }) {
  const covers = useLoaded(listed, []);
  const isAdding = useSignal(false);
  const reload = () => Promise.all([places.reload(), covers.reload()]).then(() => undefined);
  return (
    <Card
      title={t("directory.arrange.overlays")}
      aside={
        <Button icon={Plus} onClick={() => (isAdding.value = true)}>
          {t("directory.arrange.addOverlay")}
        </Button>
      }
    >
      <p class="lx-hint">{t("directory.arrange.overlaysNote")}</p>
      <Await of={places}>
        {({ places: all }) => {
          const overlays = orderPlaces(openPlaces(all).filter((place) => place.scheme !== "main"));
          const coversOf = (id: string) => covers.value?.covers.filter((one) => one.overlayId === id) ?? [];
          return (
            <>
              {overlays.length === 0 && <EmptyState why={t("directory.arrange.noOverlays")} />}
              <ul class="lx-list">
                {overlays.map((overlay) => (
                  <Overlay key={overlay.id} overlay={overlay} places={all} covers={coversOf(overlay.id)} onDone={reload} />
                ))}
              </ul>
              <PlaceDialog isOverlay places={all} isOpen={isAdding.value} onClose={() => (isAdding.value = false)} onDone={reload} />
            </>
          );
        }}
      </Await>
    </Card>
  );
}
