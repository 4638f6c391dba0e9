// Lints the web app with type information: a forgotten `await` is the usual lie of an interface.
import { defineConfig } from "eslint/config";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import tseslint from "typescript-eslint";
import { layers } from "./lint/layers.js";
import svelteConfig from "./svelte.config.js";

export default defineConfig(
  { ignores: ["node_modules", "dist", "src/generated"] },
  ...tseslint.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.js", "svelte.config.js"] },
        extraFileExtensions: [".svelte"],
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // A callback that only calls something reads better without braces.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "no-restricted-exports": [
        "error",
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportAllDeclaration", message: "Import from where it is defined." },
      ],
    },
  },
  {
    files: ["src/**"],
    plugins: { atelier: { rules: { layers } } },
    rules: { "atelier/layers": "error" },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig } },
    rules: {
      // What is shared is replaced, never changed in place: plain maps and sets in `$state.raw` are enough.
      "svelte/prefer-svelte-reactivity": "off",
      // The types of a component's template are svelte-check's business.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    files: ["src/service-worker/worker.ts"],
    languageOptions: {
      parserOptions: { projectService: false, project: "./tsconfig.worker.json" },
    },
  },
  {
    files: ["**/*.test.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "MemberExpression[object.name=/^(test|describe|it)$/][property.name=/^(skip|only|fails|todo)$/]",
          message: "Every test runs.",
        },
      ],
    },
  },
  {
    // Tools and libraries look for a default here.
    files: ["*.config.{js,ts}", "src/sync/lean/debug.ts"],
    rules: { "no-restricted-exports": "off" },
  },
);
