import js from "@eslint/js";
import powerApps from "@microsoft/eslint-plugin-power-apps";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import typescript from "typescript-eslint";

const controls = ["journey/Journey/**/*.{ts,tsx}", "board/Board/**/*.{ts,tsx}", "shared/**/*.{ts,tsx}"];
const forms = ["forms/**/*.ts"];

// The solution checker looks for all of these in what was packed: here they are found in the source, and none is a mere warning.
const solutionChecker = {
  ...Object.fromEntries(Object.keys(powerApps.rules).map(rule => [`@microsoft/power-apps/${rule}`, "error"])),
  ...Object.fromEntries(["no-alert", "no-console", "no-debugger", "no-eval", "no-implied-eval", "no-new-func", "eqeqeq"].map(rule => [rule, "error"])),
  "@microsoft/power-apps/avoid-ui-refreshribbon": "off", // it means a call within a button's rule; ours comes after a step was saved
  "no-restricted-properties": ["error",
    ...["innerHTML", "outerHTML"].map(property => ({ property, message: "web-sdl-no-inner-html: make elements instead." })),
    ...["write", "writeln"].map(property => ({ object: "document", property, message: "web-sdl-no-document-write: make elements instead." })),
    ...["cookie", "domain"].map(property => ({ object: "document", property, message: `web-sdl-no-${property === "domain" ? "document-domain" : "cookies"}.` })),
  ],
  "no-restricted-syntax": ["error",
    { selector: "Literal[value=/^(http|ftp):\\/\\/(?!www\\.w3\\.org\\/)/]", message: "web-sdl-no-insecure-url." },
    { selector: "CallExpression[callee.property.name='postMessage'][arguments.1.value='*']", message: "web-sdl-no-postmessage-star-origin." },
  ],
};

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
      ...solutionChecker,
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },

  ...typescript.configs.recommended.map(config => ({ ...config, files: ["tests/**/*.ts"] })),
  { files: ["scripts/**", "tests/**/*.mjs", "*.mjs"], languageOptions: { globals: globals.node } },
  { files: ["tests/host/**", "tests/bench/page/**", "platform/**"], languageOptions: { globals: globals.browser } },
];
