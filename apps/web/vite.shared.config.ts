import { defineConfig } from "vite";
import { browsers, conditions, jsx, sharedModules, versionsHere } from "@lianxin/web-kit/vite";

/** The shared modules: one file each at fixed addresses, each the only one of its kind. */
export default defineConfig({
  base: "./",
  logLevel: "warn",
  oxc: jsx,
  plugins: [
    sharedModules({ theirOwnBuild: true }),
    {
      name: "lianxin:versions",
      generateBundle() {
        this.emitFile({ type: "asset", fileName: "versions.json", source: JSON.stringify(versionsHere(import.meta.dirname)) });
      },
    },
  ],
  resolve: { conditions: conditions("browser", "production") },
  build: {
    outDir: "dist/_m",
    emptyOutDir: true,
    target: browsers,
    sourcemap: true,
    modulePreload: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: {
        preact: "preact",
        "preact-hooks": "preact/hooks",
        "jsx-runtime": "preact/jsx-runtime",
        signals: "@preact/signals",
        "preact-iso": "src/shared/preact-iso.ts",
        "web-kit": "@lianxin/web-kit",
        "web-kit-forms": "@lianxin/web-kit/forms",
        "web-kit-table": "@lianxin/web-kit/table",
        "web-kit-feedback": "@lianxin/web-kit/feedback",
      },
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "[name].js", chunkFileNames: "chunk-[hash].js" },
    },
  },
});
