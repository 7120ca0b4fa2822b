import { col, table } from "@lianxin/plugin-kit";
import type { Numbers } from "../keep-rules/rule-pack.js";

/** A community's own copy of a rule pack, from a day on; never changed: to change it, another copy follows. */
export const ownPack = table("meetings_own_pack", {
  id: col.id(),
  placePath: col.place(),
  placeId: col.ref("directory_place"),
  /** The pack it was copied from: a shipped one or another copy. */
  copyOf: col.text(),
  name: col.text().as("public"),
  numbers: col.json<Numbers>(),
  effectiveFrom: col.date(),
  /** Who agreed to it and when: "9月3日议事会第 8 次会议". */
  adoptedBy: col.text(),
  createdById: col.ref("directory_person").nullable(),
  createdAt: col.instant(),
});

/** Under which rules a body meets, from which day on; before the first one, those it was set up with. */
export const bodyPack = table("meetings_body_pack", {
  id: col.id(),
  bodyId: col.ref("meetings_body"),
  packId: col.text(),
  fromOn: col.date(),
  byId: col.ref("directory_person").nullable(),
});
