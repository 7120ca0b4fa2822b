import { errors } from "../errors.js";
import { getName } from "../keep-places/add-place.js";
import type { DirectoryContext } from "../plugin.js";
import { getAddress } from "../show-contact/add-channel.js";
import { findSetting } from "./setting.repository.js";

/** Changes the community's name and the office phone shown in public. Throws notSetUp, nameInvalid, phoneInvalid, changedMeanwhile. */
export async function changeSettings(
  { db, audit }: DirectoryContext,
  change: { version: number; communityName: string; officePhone: string | null },
): Promise<void> {
  const setting = await findSetting(db);
  if (!setting) throw errors.notSetUp();
  const communityName = getName(change.communityName, "body.communityName");
  const officePhone = change.officePhone ? getAddress("phone", change.officePhone, "body.officePhone").address : null;
  const done = await db
    .updateTable("directory_setting")
    .set({ communityName, officePhone, version: change.version + 1 })
    .where("id", "=", setting.id)
    .where("version", "=", change.version)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) === 0) throw errors.changedMeanwhile();
  audit("settings.change", setting.placeId);
}
