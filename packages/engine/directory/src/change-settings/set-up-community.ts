import { errors } from "../errors.js";
import type { ProvedAddress } from "../authorize/authority.js";
import { addPerson } from "../add-person/add-person.js";
import { giveRole } from "../give-role/give-role.js";
import { getName, newPlace } from "../keep-places/add-place.js";
import { linkAccount } from "../link-account/link-account.js";
import type { DirectoryContext } from "../plugin.js";
import { readAddress } from "../read-words/read-address.js";
import { addChannel } from "../show-contact/add-channel.js";
import type { PlaceKind } from "../words.js";
import { findSetting } from "./setting.repository.js";

/** What the place of an installation is, by its name: 示例县 and 示例区 a county, 柳河镇 and 东街街道 a township, anything else a community. */
export function kindByName(name: string): PlaceKind {
  if (/(县|市|(?<![社小])区|旗)$/u.test(name)) return "county";
  return /(镇|乡|街道)$/u.test(name) ? "town" : "community";
}

/** The addresses of the account as ways to reach the person; what is no number of a phone here opens the account all the same. */
async function keepAddresses(ctx: DirectoryContext, personId: string, addresses: readonly ProvedAddress[]): Promise<void> {
  for (const { kind, address } of addresses)
    if (readAddress(kind, address).kind !== undefined)
      await addChannel(ctx, personId, { kind, address, isPreferred: kind === "phone", enteredBy: personId, isConfirmed: true });
}

/** The first person of an empty community: its place, their record, their two roles, how to reach them and their account's link. Throws setUpDone, nameInvalid. */
export async function setUpCommunity(
  ctx: DirectoryContext,
  first: { readonly accountId: string; readonly name: string; readonly community: string; readonly addresses?: readonly ProvedAddress[] },
): Promise<string> {
  const { db, newId, clock, audit } = ctx;
  if (await findSetting(db)) throw errors.setUpDone();
  const name = getName(first.community, "body.community");
  const place = newPlace(newId(), { name, kind: kindByName(name), parentId: null });
  await db.insertInto("directory_place").values(place).execute();
  await db.insertInto("directory_setting").values({ id: "community", communityName: place.name, placeId: place.id, officePhone: null, version: 1 }).execute();
  const personId = await addPerson(ctx, { fullName: first.name, placeId: place.id, enteredBy: null, isConfirmed: true });
  for (const kind of ["administrator", "secretary"] as const)
    await giveRole(ctx, { personId, kind, placeId: place.id, fromOn: clock.today(), givenBy: personId });
  await keepAddresses(ctx, personId, first.addresses ?? []);
  await linkAccount(ctx, personId, first.accountId, "set_up");
  audit("community.setUp", place.id);
  return personId;
}
