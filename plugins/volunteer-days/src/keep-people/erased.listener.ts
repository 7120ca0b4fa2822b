import { directory } from "@lianxin/directory";
import { everywhere } from "@lianxin/plugin-kit";
import { on } from "../services.js";
import { forgetVolunteer } from "./forget-volunteer.js";

/** Whoever was erased from the directory is erased here as well. */
export const erasedListener = on(directory.events.personErased, async ({ personId }, ctx) => {
  const people = await everywhere(ctx.db, "volunteer_days_volunteer", "an erased person is looked for everywhere")
    .select("id")
    .where("personId", "=", personId)
    .execute();
  for (const { id } of people) await forgetVolunteer(ctx, id);
});
