import type directoryServer from "@lianxin/directory/server";
import type mattersServer from "@lianxin/matters/server";
import { ApiError, createClient, textsOf } from "@lianxin/web-kit";
import type { meetings } from "./plugin.js";
import type server from "./server.js";

/** The routes of meetings, typed by their server part. */
export const api = createClient<typeof server>("meetings");
/** Of the directory, to look people up. */
export const directoryApi = createClient<typeof directoryServer>("directory");
/** Of matters, to choose one. */
export const mattersApi = createClient<typeof mattersServer>("matters");
export const text = textsOf<typeof meetings>();

export const readDraft = (meetingId: string) => api("GET /meetings/:meetingId/preparation", { params: { meetingId } });
export type Draft = Awaited<ReturnType<typeof readDraft>>;
/** The room, for whoever may see meetings there or is asked to this one. */
export const readRoom = (meetingId: string) =>
  api("GET /meetings/:meetingId/room", { params: { meetingId } }).catch((error: unknown) => {
    if (!(error instanceof ApiError) || error.status !== 403) throw error;
    return api("GET /meetings/:meetingId/invited-room", { params: { meetingId } }).catch(() => Promise.reject(error));
  });
export type RoomAnswer = Awaited<ReturnType<typeof readRoom>>;
/** Places to choose from, as a form shows them: each indented below what it lies in. */
export const readPlaces = async () => (await api("GET /places")).places;
export type Places = Awaited<ReturnType<typeof readPlaces>>;
export const choicesOf = (places: Places) => places.map(({ id, name, depth }) => ({ value: id, label: `${"\u3000".repeat(depth)}${name}` }));

export interface SlotWish {
  readonly fromOn: string;
  readonly untilOn: string;
  readonly waivedPartyIds?: string[];
  readonly waivesChair?: boolean;
}
export const findSlots = (meetingId: string, wish: SlotWish) => api("POST /meetings/:meetingId/slots", { params: { meetingId }, body: wish });
export type SlotsAnswer = Awaited<ReturnType<typeof findSlots>>;
export type Slot = SlotsAnswer["slots"][number];
