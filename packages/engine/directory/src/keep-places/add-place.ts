import { errors } from "../errors.js";
import type { DirectoryContext } from "../plugin.js";
import { nameKeyOf, readName } from "../read-words/read-name.js";
import type { PlaceKind } from "../words.js";
import { canHold, choosePath } from "./place-path.js";
import { findPlace, findSibling, type PlaceRow } from "./place.repository.js";

export interface NewPlace {
  readonly parentId: string;
  readonly name: string;
  readonly kind: PlaceKind;
  /** "main" unless it belongs to an overlay. */
  readonly scheme?: string | undefined;
  readonly code?: string | null | undefined;
  readonly households?: number | null | undefined;
}

/** An open place by its id; throws placeUnknown, placeClosed. */
export async function getOpenPlace({ db }: Pick<DirectoryContext, "db">, id: string, field = "body.placeId"): Promise<PlaceRow> {
  const place = await findPlace(db, id);
  if (!place) throw errors.placeUnknown({}, field);
  if (place.closedOn) throw errors.placeClosed({}, field);
  return place;
}

export function getName(raw: string, field: string): string {
  const name = readName(raw);
  if (name === undefined) throw errors.nameInvalid({}, field);
  return name;
}

/** Adds a place below another one; throws nameInvalid, placeUnknown, placeClosed, placeKindWrong, nameTaken. */
export async function addPlace(ctx: DirectoryContext, input: NewPlace): Promise<PlaceRow> {
  const { db, newId, text, audit } = ctx;
  const parent = await getOpenPlace(ctx, input.parentId, "body.parentId");
  const name = getName(input.name, "body.name");
  const scheme = input.scheme ?? "main";
  if (!canHold(parent.kind as PlaceKind, input.kind))
    throw errors.placeKindWrong({ parent: text(`directory.place.${parent.kind}`), child: text(`directory.place.${input.kind}`) }, "body.kind");
  if (await findSibling(db, parent.id, scheme, nameKeyOf(name))) throw errors.nameTaken({ name }, "body.name");
  const row = newPlace(newId(), { ...input, name, scheme }, parent.placePath);
  await db.insertInto("directory_place").values(row).execute();
  audit("place.add", row.id, { placePath: row.placePath });
  return row;
}

export function newPlace(
  id: string,
  { name, kind, scheme, code, households, parentId }: Omit<NewPlace, "parentId"> & { readonly parentId: string | null },
  parentPath?: string,
): PlaceRow {
  return {
    id,
    name,
    nameKey: nameKeyOf(name),
    kind,
    scheme: scheme ?? "main",
    code: code ?? null,
    parentId,
    placePath: choosePath(parentPath, id),
    households: households ?? null,
    closedOn: null,
    version: 1,
  };
}
