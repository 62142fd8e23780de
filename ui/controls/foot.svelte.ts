// The foot of the window while dialogs are open: notices stand there, and dialogs leave them room.

/** Between a notice and the dialog above it, in px. */
const apart = 10;

/** The foot of one window. */
class Foot {
  /** A token for each open dialog. */
  #dialogs = $state.raw<ReadonlySet<symbol>>(new Set());
  #height = $state(0);

  /** Whether a dialog lies over the window. */
  get covered(): boolean {
    return this.#dialogs.size > 0;
  }

  /** What a dialog leaves free above the window's lower margin, in px. */
  get room(): number {
    return this.#height > 0 ? this.#height + apart : 0;
  }

  /** How high the notice is that is shown; 0 for none. */
  stands(height: number): void {
    this.#height = height;
  }

  /** A dialog opened; ends with the returned function. */
  cover(): () => void {
    const own = Symbol();
    this.#dialogs = new Set([...this.#dialogs, own]);
    return () => {
      this.#dialogs = new Set([...this.#dialogs].filter((other) => other !== own));
    };
  }
}

/** The window's foot. */
export const foot = new Foot();
