import { readChoice, readText, readWholeNumber } from "@lianxin/documents";
import { everywhere } from "@lianxin/plugin-kit";
import { nameKeyOf, readName } from "../../read-words/read-name.js";
import type { VenueKind } from "../../words.js";
import { findByNames, placesBelow } from "../find-place-by-name.js";
import { PlanMaker, type ImportKind } from "../import-plan.js";
import { readHours } from "./read-hours.js";

const kinds: Readonly<Record<VenueKind, readonly string[]>> = {
  meeting_room: ["会议室", "议事室", "议事厅"],
  hall: ["活动室", "礼堂", "大厅", "活动中心"],
  childrens_home: ["儿童之家"],
  outdoor: ["室外", "广场", "院子"],
  other: ["其他"],
};

export const venueColumns = {
  number: { header: "序号", read: readText(), isRowNumber: true },
  name: { header: "场地名称", synonyms: ["场地", "场所", "名称", "会议室"], read: readText({ limit: 50 }), isRequired: true },
  kind: { header: "场地类别", synonyms: ["类别", "类型"], read: readChoice(kinds) },
  place: { header: "所在地点", synonyms: ["地点", "小区", "所在小区"], read: readText({ limit: 50 }) },
  seats: {
    header: "座位",
    synonyms: ["座位数", "容纳人数", "可坐人数"],
    read: readWholeNumber({ least: 1, most: 100_000, units: ["人", "座", "个"] }),
    isRequired: true,
  },
  equipment: { header: "设备", synonyms: ["设施"], read: readText({ limit: 300 }) },
  hours: { header: "开放时间", synonyms: ["开门时间", "可用时间"], read: readText({ limit: 300 }), sample: "周一至周五 08:30-17:30；周六 9:00-12:00" },
} as const;

/** Rooms and grounds for meetings, known by name and place. */
export const venuesImport: ImportKind<typeof venueColumns> = {
  columns: venueColumns,
  async plan({ db, newId }, top, lines) {
    const plan = new PlanMaker();
    const places = await placesBelow(db, top.placePath);
    const rows = await everywhere(db, "directory_venue", "a file's lines are matched with venues already there")
      .select(["id", "nameKey", "placePath", "seats", "version"])
      .where("closedOn", "is", null)
      .execute();
    const known = new Map(rows.map((row) => [`${row.placePath} ${row.nameKey}`, row]));
    for (const { line, values } of lines) {
      const name = readName(values.name!);
      const place = findByNames(places, top, [values.place]);
      const openings = values.hours ? readHours(values.hours) : [];
      if (name === undefined) plan.refuse(line, "name", "nameWrong");
      else if ("missing" in place) plan.refusePlace(line, "place", values.place ?? "", place.near);
      else if (!openings) plan.refuse(line, "hours", "hoursWrong");
      else {
        const [nameKey, seats] = [nameKeyOf(name), values.seats!];
        const there = known.get(`${place.placePath} ${nameKey}`);
        if (there && there.seats === seats) plan.write(line, []);
        else if (there)
          plan.write(line, [
            {
              deed: "changed",
              table: "directory_venue",
              id: there.id,
              values: { seats, version: there.version + 1 },
              before: { seats: there.seats },
              versionAfter: there.version + 1,
            },
          ]);
        else {
          const id = newId();
          const equipment = (values.equipment ?? "").split(/[、，,;；\s]+/).filter(Boolean);
          const row = {
            id,
            name,
            nameKey,
            kind: values.kind ?? "meeting_room",
            placeId: place.id,
            placePath: place.placePath,
            seats,
            equipment,
            closedOn: null,
            version: 1,
          };
          const hours = openings.map((o) => ({ id: newId(), venueId: id, ...o }));
          plan.write(line, [
            { deed: "added", table: "directory_venue", id, values: row, versionAfter: 1 },
            ...hours.map((values) => ({ deed: "added", table: "directory_opening", id: values.id, values }) as const),
          ]);
        }
        known.set(`${place.placePath} ${nameKey}`, { id: there?.id ?? "", nameKey, placePath: place.placePath, seats, version: (there?.version ?? 0) + 1 });
      }
    }
    return plan.finish();
  },
};
