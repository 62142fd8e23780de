// What the page's code may do: types, the direction of imports, no cycles, and calls that are banned for a reason.
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Which of our folders a folder may use: shell ← state ← scene ← gestures ← canvas and outline, controls and state ← panels. */
const mayUse = {
  shell: [],
  controls: [],
  state: ['shell'],
  scene: ['shell', 'state'],
  gestures: ['shell', 'state', 'scene'],
  canvas: ['shell', 'state', 'scene', 'gestures', 'controls'],
  outline: ['shell', 'state', 'scene', 'gestures', 'controls'],
  panels: ['shell', 'state', 'controls'],
};

const zones = Object.entries(mayUse).map(([folder, others]) => ({
  target: `./${folder}`,
  from: Object.keys(mayUse)
    .filter((other) => other !== folder && !others.includes(other))
    .map((other) => `./${other}`),
  message: `ui/${folder} may use ${others.length > 0 ? others.join(', ') : 'no other folder'}.`,
}));

export default ts.config(
  { ignores: ['dist', 'node_modules', 'shell/types.ts'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    // The parser of the script inside a component: also for who looks into a component from outside.
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'], 'svelte-eslint-parser': ['.svelte'] },
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Maps and Sets that nothing on the screen follows stay plain; what is shown follows `revision`.
      'svelte/prefer-svelte-reactivity': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name="startViewTransition"]',
          message: 'View transitions crash WebKitGTK.',
        },
        {
          selector: 'Literal[value=/^(drag(start|over|enter|leave|end)|drop)$/]',
          message: 'HTML5 drag and drop is broken in WebKitGTK: use pointer events.',
        },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  { files: ['*.config.{js,ts}'], languageOptions: { globals: globals.node } },
);
