import type { UseOf } from "@lianxin/plugin-kit";
import type { meetings } from "../plugin.js";

type Directory = UseOf<typeof meetings>["directory"];

/** What the directory answers, by the names used here. */
export type Holidays = Awaited<ReturnType<Directory["holidays"]>>;
export type VenueCard = Awaited<ReturnType<Directory["venuesAt"]>>[number];
export type PersonCalendar = NonNullable<ReturnType<Awaited<ReturnType<Directory["calendarsOf"]>>["get"]>>;
export type WeeklySpan = VenueCard["openings"][number];
