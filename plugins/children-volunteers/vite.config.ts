import { defineConfig } from "vite";
import { webDoor } from "@lianxin/web-kit/vite";

export default defineConfig(webDoor({ id: "children-volunteers" }));
