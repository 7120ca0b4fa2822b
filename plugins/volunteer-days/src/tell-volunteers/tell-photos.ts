import type { VolunteerDaysContext } from "../plugin.js";

/** Whether people are photographed on the day, as it is printed: in Chinese. */
export const tellPhotos = ({ config, text }: Pick<VolunteerDaysContext, "config" | "text">): string =>
  text(config.takesPhotos ? "volunteer-days.photos.taken" : "volunteer-days.photos.none", {}, "zh-CN");
