import { readChoice, readText, readWholeNumber } from "@lianxin/documents";
import { newPlace } from "../../keep-places/add-place.js";
import { canHold } from "../../keep-places/place-path.js";
import type { PlaceRow } from "../../keep-places/place.repository.js";
import { readName } from "../../read-words/read-name.js";
import type { PlaceKind } from "../../words.js";
import { findByNames, placeKeyOf, placesBelow } from "../find-place-by-name.js";
import { PlanMaker, type ImportKind } from "../import-plan.js";

const kinds: Readonly<Record<PlaceKind, readonly string[]>> = {
  county: ["县区", "县", "区", "县级"],
  town: ["乡镇街道", "乡", "镇", "街道"],
  community: ["社区"],
  village: ["村", "行政村"],
  grid: ["网格"],
  compound: ["小区", "院落"],
  building: ["楼栋", "楼", "栋"],
  group: ["小组", "村民小组", "居民小组", "组"],
};

export const placeColumns = {
  number: { header: "序号", read: readText(), isRowNumber: true },
  name: { header: "地点名称", synonyms: ["名称", "地点", "小区名称", "网格名称"], read: readText({ limit: 50 }), isRequired: true },
  kind: { header: "类别", synonyms: ["地点类别", "类型"], read: readChoice(kinds), isRequired: true },
  parent: { header: "上级", synonyms: ["上级地点", "所属", "所属小区", "所属网格"], read: readText({ limit: 50 }) },
  code: { header: "代码", synonyms: ["编码", "区划代码", "网格编码"], read: readText({ limit: 50 }) },
  households: { header: "户数", synonyms: ["住户数"], read: readWholeNumber({ most: 1_000_000, units: ["户"] }) },
} as const;

/** Compounds, grids, buildings and groups below the import's place; a line may name one above it in the file. */
export const placesImport: ImportKind<typeof placeColumns> = {
  columns: placeColumns,
  async plan({ db, newId, text }, top, lines) {
    const plan = new PlanMaker();
    const places: PlaceRow[] = await placesBelow(db, top.placePath);
    for (const { line, values } of lines) {
      const kind = values.kind!;
      const name = readName(values.name!);
      const parent = findByNames(places, top, [values.parent]);
      if (name === undefined) plan.refuse(line, "name", "nameWrong");
      else if ("missing" in parent) plan.refusePlace(line, "parent", values.parent ?? "", parent.near);
      else if (!canHold(parent.kind as PlaceKind, kind))
        plan.refuse(line, "kind", "kindWrong", { parent: text(`directory.place.${parent.kind}`), child: text(`directory.place.${kind}`) });
      else {
        const known = places.find((p) => p.parentId === parent.id && p.kind === kind && placeKeyOf(p.name) === placeKeyOf(name));
        const [code, households] = [values.code ?? known?.code ?? null, values.households ?? known?.households ?? null];
        const row = known ?? newPlace(newId(), { name, kind, code, households, parentId: parent.id }, parent.placePath);
        const version = row.version + 1;
        if (!known) plan.write(line, [{ deed: "added", table: "directory_place", id: row.id, values: { ...row }, versionAfter: 1 }]);
        else if (known.code === code && known.households === households) plan.write(line, []);
        else
          plan.write(line, [
            {
              deed: "changed",
              table: "directory_place",
              id: row.id,
              values: { code, households, version },
              before: { code: known.code, households: known.households },
              versionAfter: version,
            },
          ]);
        places.splice(known ? places.indexOf(known) : places.length, known ? 1 : 0, { ...row, code, households, version: known ? version : 1 });
      }
    }
    return plan.finish();
  },
};
