import { useSignal } from "@preact/signals";
import { Await, ButtonLink, EmptyState, mayAnywhere, PageHead, useLoaded } from "@lianxin/web-kit";
import { Import, Plus } from "@lianxin/web-kit/icons";
import { api, t } from "../browser.js";
import { PlaceTree } from "../keep-places/PlaceTree.js";
import { roleKinds, type RoleKind } from "../words.js";
import { ImportLinks } from "./ImportLinks.js";
import { PeopleTable } from "./PeopleTable.js";
import { useSlowly } from "./use-slowly.js";
import "./DirectoryPage.css";

function Search({ value, onInput }: { readonly value: string; readonly onInput: (value: string) => void }) {
  return (
    <label class="directory-search">
      <span>{t("directory.page.search")}</span>
      <input class="lx-input" type="search" value={value} maxLength={50} onInput={(event) => onInput(event.currentTarget.value)} />
    </label>
  );
}

const RoleChoice = ({ value, onChoose }: { readonly value: RoleKind | ""; readonly onChoose: (value: RoleKind | "") => void }) => (
  <label class="directory-search">
    <span>{t("directory.page.withRole")}</span>
    <select class="lx-input" value={value} onChange={(event) => onChoose(event.currentTarget.value as RoleKind | "")}>
      <option value="">{t("directory.page.anyRole")}</option>
      {roleKinds
        .filter((kind) => kind !== "resident")
        .map((kind) => (
          <option key={kind} value={kind}>
            {t(`directory.role.${kind}`)}
          </option>
        ))}
    </select>
  </label>
);

const Actions = () => (
  <>
    {mayAnywhere("directory.import") && (
      <ButtonLink icon={Import} href="/directory/import">
        {t("directory.page.import")}
      </ButtonLink>
    )}
    {mayAnywhere("directory.edit") && (
      <ButtonLink look="filled" icon={Plus} href="/directory/new">
        {t("directory.page.add")}
      </ButtonLink>
    )}
  </>
);

/** 通讯录: the places at the side, the people of the chosen one, fifty at a time. */
export default function DirectoryPage() {
  const search = useSignal("");
  const placeId = useSignal("");
  const role = useSignal<RoleKind | "">("");
  const after = useSignal<readonly string[]>([]);
  const words = useSlowly(search.value);
  const cursor = after.value.at(-1);
  const query = {
    ...(words ? { search: words } : {}),
    ...(placeId.value ? { placeId: placeId.value } : {}),
    ...(role.value ? { role: role.value } : {}),
    ...(cursor ? { after: cursor } : {}),
  };
  const people = useLoaded(() => api("GET /people", { query }), [words, placeId.value, role.value, cursor], { keepsOld: true });
  const places = useLoaded(() => api("GET /places"), []);
  const restart = (change: () => void) => {
    after.value = [];
    change();
  };
  const isFiltered = words !== "" || placeId.value !== "" || role.value !== "";
  return (
    <>
      <PageHead title={t("directory.page.heading")}>
        <Actions />
      </PageHead>
      <div class="directory-split">
        <Await of={places}>{({ places }) => <PlaceTree places={places} chosen={placeId.value} onChoose={(id) => restart(() => (placeId.value = id))} />}</Await>
        <div class="lx-stack">
          <div class="directory-filters">
            <Search value={search.value} onInput={(value) => restart(() => (search.value = value))} />
            <RoleChoice value={role.value} onChoose={(value) => restart(() => (role.value = value))} />
          </div>
          <Await of={people}>
            {({ people, next }) => (
              <PeopleTable
                people={people}
                empty={<EmptyState why={isFiltered ? t("directory.page.noneFound") : t("directory.page.none")}>{!isFiltered && <ImportLinks />}</EmptyState>}
                onBack={after.value.length > 0 ? () => (after.value = after.value.slice(0, -1)) : undefined}
                onNext={next ? () => (after.value = [...after.value, next]) : undefined}
              />
            )}
          </Await>
        </div>
      </div>
    </>
  );
}
