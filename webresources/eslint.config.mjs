import js from "@eslint/js";
import powerApps from "@microsoft/eslint-plugin-power-apps";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import typescript from "typescript-eslint";

const controls = ["journey/Journey/**/*.{ts,tsx}", "board/Board/**/*.{ts,tsx}", "shared/**/*.{ts,tsx}"];
const forms = ["forms/**/*.ts"];

export default [
  { ignores: ["**/generated/**", "**/out/**", "**/node_modules/**", "**/*.g.ts"] },
  js.configs.recommended,

  // What runs in the browser of a seller: typed rules and those of the solution checker.
  ...[...typescript.configs.strictTypeChecked, ...typescript.configs.stylisticTypeChecked, powerApps.configs.paCheckerHosted].map(
    config => ({ ...config, files: [...controls, ...forms] })),
  {
    files: [...controls, ...forms],
    plugins: { "@microsoft/power-apps": powerApps, "react-hooks": reactHooks },
    languageOptions: {
      globals: { ...globals.browser, ComponentFramework: true, Xrm: "readonly" },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },

  ...typescript.configs.recommended.map(config => ({ ...config, files: ["tests/**/*.ts"] })),
  { files: ["scripts/**", "tests/**/*.mjs", "*.mjs"], languageOptions: { globals: globals.node } },
  { files: ["tests/host/**", "platform/**"], languageOptions: { globals: globals.browser } },
];
