// What guide/plugin.ts gives the page.
declare module 'virtual:guide/*' {
  // A declaration for modules that are no files cannot import.
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  const parts: import('./chapter').Part[];
  export default parts;
}
