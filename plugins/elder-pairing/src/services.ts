import { bound, handlersFor, type Place } from "@lianxin/plugin-kit";
import { findAlert, findTrigger } from "./end-raised/end-raised.js";
import { errors } from "./errors.js";
import { findLadder } from "./find-nobody/find-nobody.js";
import { findHandover } from "./hand-over/hand-over.js";
import { findImport } from "./import-registers/undo-import.js";
import { placeNowOf, placeOfCadre, placeOfElder } from "./keep-people/people.repository.js";
import { findNeed } from "./meet-needs/meet-needs.js";
import { namePlace } from "./print-papers/name-place.js";
import { elderPairing, type ElderPairingContext, type ElderPairingDb } from "./plugin.js";

/** The place, or the refusal that there is no such thing. */
const orUnknown = (find: (db: ElderPairingDb, id: string) => Promise<Place | undefined>, refusal: () => Error) => async (db: ElderPairingDb, id: string) => {
  const place = await find(db, id);
  if (!place) throw refusal();
  return place;
};

const placeOfRow =
  (find: (db: ElderPairingDb, id: string) => Promise<{ readonly placePath: string } | undefined>) =>
  async (db: ElderPairingDb, id: string): Promise<Place | undefined> => {
    const row = await find(db, id);
    return row && { path: row.placePath };
  };

/** Of a row about an elder the place is where they live now, also when it is over: whoever answers for them may put it right. */
const placeNow =
  (find: (db: ElderPairingDb, id: string) => Promise<{ readonly elderId: string; readonly placePath: string } | undefined>) =>
  async (db: ElderPairingDb, id: string): Promise<Place | undefined> => {
    const row = await find(db, id);
    return row && { path: await placeNowOf(db, row) };
  };

async function getPlace({ use }: ElderPairingContext, placeId: string): Promise<Place & { readonly name: string }> {
  const place = await use.directory.findPlace(placeId);
  if (!place) throw errors.placeUnknown({ name: "" }, "params.placeId");
  return { path: place.path, name: place.name };
}

/** The place a paper is of, with the name its papers and files have. */
async function getPaperPlace(ctx: ElderPairingContext, placeId: string): Promise<Place & { readonly name: string }> {
  const place = await getPlace(ctx, placeId);
  return { path: place.path, name: await namePlace(ctx.db, place) };
}

/** What the handlers of elder pairing may reach. */
export const services = (ctx: ElderPairingContext) => ({
  places: bound(ctx, { get: getPlace, ofPaper: getPaperPlace }),
  people: bound(ctx.db, {
    placeOfElder: orUnknown(placeOfElder, errors.elderUnknown),
    placeOfCadre: orUnknown(placeOfCadre, errors.cadreUnknown),
    placeOfHandover: orUnknown(placeNow(findHandover), errors.handoverUnknown),
    placeOfLadder: orUnknown(placeOfRow(findLadder), errors.ladderUnknown),
    placeOfSearch: orUnknown(placeNow(findLadder), errors.searchUnknown),
    placeOfImport: orUnknown(placeOfRow(findImport), errors.importUnknown),
    placeOfTrigger: orUnknown(placeOfRow(findTrigger), errors.triggerUnknown),
    placeOfAlert: orUnknown(placeOfRow(findAlert), errors.alertUnknown),
    placeOfNeed: orUnknown(placeNow(findNeed), errors.needUnknown),
  }),
});

/** Everything a handler of elder pairing can reach is typed here, once. */
export const { route, on, job, command, checkup } = handlersFor(elderPairing, services);

type Asked<Key extends string> = { readonly params: Readonly<Record<Key, string>>; readonly services: ReturnType<typeof services> };
/** Where what a route is about is: the place its policy is decided at. Throws the refusal that there is no such thing. */
export const atPlace = ({ params, services: { places } }: Asked<"placeId">): Promise<Place> => places.get(params.placeId);
export const atElder = ({ params, services: { people } }: Asked<"elderId">): Promise<Place> => people.placeOfElder(params.elderId);
export const atCadre = ({ params, services: { people } }: Asked<"cadreId">): Promise<Place> => people.placeOfCadre(params.cadreId);
