import { language } from "@lianxin/web-kit";
import { api } from "../api.js";

export const loadChains = async () => (await api("GET /chains")).chains;
export type ShownChain = Awaited<ReturnType<typeof loadChains>>[number];

export const nameOf = ({ nameZh, nameEn }: { readonly nameZh: string; readonly nameEn: string }): string => (language.value === "en" ? nameEn : nameZh);
