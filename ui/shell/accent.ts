// What a dead key says, which the web view keeps to itself.

declare global {
  interface Window {
    /** Set by the program with each dead key, before the key itself comes (`src-tauri/src/accents.rs`). */
    desirePathAccent?: string;
  }
}

/** The combining mark of the dead key that was pressed last; null where the program does not tell. */
export function lastAccent(): string | null {
  return window.desirePathAccent ?? null;
}
