import { compounds } from "../describe-places/places.js";
import { drawResidents, type Resident } from "./residents.js";

export const rosterHeadings = ["序号", "姓　名", "性别", "出生年份", "联系电话", "所属网格", "所在小区", "楼栋", "同名区别", "备注"] as const;

const wide = (digits: string): string => digits.replace(/\d/g, (d) => String.fromCodePoint(d.codePointAt(0)! + 0xfee0));
const gridOf = (compound: string): string => compounds.find((c) => c.name === compound)!.grid;

// As secretaries keep them: gaps in short names, full-width digits here and there, numbers grouped, 号楼 for 栋.
const typedName = (name: string): string => ([...name].length === 2 ? [...name].join("　") : name);
const typedPhone = (phone: string, i: number): string =>
  i % 17 === 3 ? wide(phone) : i % 11 === 5 ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone;
const typedBuilding = (building: string, i: number): string => (i % 3 === 1 ? building.replace("栋", "号楼") : i % 7 === 4 ? wide(building) : building);

const isSame = (a: Resident | undefined, b: Resident): boolean => a?.compound === b.compound && a.building === b.building;

/** The lines of the roster; the headings come again every 500 lines, as they do where a sheet was printed, and the sum ends it. */
export function rosterLines(): string[][] {
  const residents = drawResidents();
  const lines = residents.flatMap((resident, i) => {
    const { name, sex, born, phone, compound, building, distinction } = resident;
    const above = residents[i - 1];
    const isPageTop = i % 500 === 0;
    const same = !isPageTop && isSame(above, resident);
    const place = same ? ["同上", "同上", "同上"] : [gridOf(compound), compound, typedBuilding(building, i)];
    const line = [String(i + 1), typedName(name), sex, String(born), phone ? typedPhone(phone, i) : "", ...place, distinction ?? "", ""];
    return i > 0 && isPageTop ? [[...rosterHeadings], line] : [line];
  });
  return [...lines, ["合计", `${residents.length}人`, "", "", "", "", "", "", "", ""]];
}
