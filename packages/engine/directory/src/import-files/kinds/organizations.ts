import { readChoice, readText } from "@lianxin/documents";
import { everywhere } from "@lianxin/plugin-kit";
import { nameKeyOf, readName } from "../../read-words/read-name.js";
import type { OrganizationKind } from "../../words.js";
import { findByNames, placesBelow } from "../find-place-by-name.js";
import { PlanMaker, type ImportKind } from "../import-plan.js";

const kinds: Readonly<Record<OrganizationKind, readonly string[]>> = {
  committee: ["社区两委", "社区", "村委会", "居委会", "两委"],
  owners_committee: ["业主委员会", "业委会"],
  property_company: ["物业公司", "物业"],
  department: ["部门单位", "部门", "单位", "机关", "职能部门"],
  party_branch: ["党组织", "党支部", "党委"],
  school: ["学校"],
  hospital: ["医院", "卫生院"],
  enterprise: ["企业", "公司"],
  social_organization: ["社会组织", "协会"],
  other: ["其他"],
};

export const organizationColumns = {
  number: { header: "序号", read: readText(), isRowNumber: true },
  name: { header: "单位名称", synonyms: ["单位", "名称", "组织名称", "机构名称"], read: readText({ limit: 50 }), isRequired: true },
  kind: { header: "单位类别", synonyms: ["类别", "性质", "类型"], read: readChoice(kinds), isRequired: true },
  place: { header: "所在地点", synonyms: ["地点", "小区", "所在小区"], read: readText({ limit: 50 }) },
} as const;

/** Organisations at the import's place or below it, known by their name. */
export const organizationsImport: ImportKind<typeof organizationColumns> = {
  columns: organizationColumns,
  async plan({ db, newId, clock }, top, lines) {
    const plan = new PlanMaker();
    const places = await placesBelow(db, top.placePath);
    const rows = await everywhere(db, "directory_organization", "a file's lines are matched with organisations already there")
      .select(["nameKey", "placePath"])
      .where("closedOn", "is", null)
      .execute();
    const known = new Set(rows.map((row) => `${row.placePath} ${row.nameKey}`));
    for (const { line, values } of lines) {
      const name = readName(values.name!);
      const place = findByNames(places, top, [values.place]);
      if (name === undefined) plan.refuse(line, "name", "nameWrong");
      else if ("missing" in place) plan.refusePlace(line, "place", values.place ?? "", place.near);
      else if (known.has(`${place.placePath} ${nameKeyOf(name)}`)) plan.write(line, []);
      else {
        const id = newId();
        known.add(`${place.placePath} ${nameKeyOf(name)}`);
        const row = { id, name, nameKey: nameKeyOf(name), kind: values.kind!, placeId: place.id, placePath: place.placePath, closedOn: null, version: 1 };
        const nameId = newId();
        plan.write(line, [
          { deed: "added", table: "directory_organization", id, values: row, versionAfter: 1 },
          {
            deed: "added",
            table: "directory_organization_name",
            id: nameId,
            values: { id: nameId, organizationId: id, name, fromOn: clock.today(), toOn: null },
          },
        ]);
      }
    }
    return plan.finish();
  },
};
