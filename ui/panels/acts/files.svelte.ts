// What can be done with the file of the open map: copies of it, and where it lies.

import { words } from '../../words';
import type { Making } from './making.svelte';

/** The acts on the file. */
export class FileActs {
  /** Whether the dialog about a clean copy is open. */
  sharing = $state(false);

  constructor(private readonly making: Making) {}

  /** Writes a copy as it is to another place. */
  async saveCopy(): Promise<void> {
    await this.#told(async () => {
      const file = await this.making.app.shell.saveCopy();
      if (file !== null) this.#say('page.copied', words.file.copied(file), '');
    });
  }

  /** Writes a copy that holds only what is on the map now. */
  async shareClean(): Promise<void> {
    this.sharing = false;
    await this.#told(async () => {
      const file = await this.making.app.shell.shareClean();
      if (file !== null) this.#say('page.shared', words.share.done(file), words.share.doneNext);
    });
  }

  /** Shows the file in the desktop's own file manager. */
  async showInFolder(): Promise<void> {
    await this.#told(() => this.making.app.shell.showFile());
  }

  #say(code: string, sentence: string, next_step: string): void {
    this.making.app.notices.tell({ code, sentence, next_step, kind: 'info' });
  }

  /** Does it once all that is being typed was sent; says what it fails with. */
  async #told(act: () => Promise<void>): Promise<void> {
    try {
      await this.making.editor.rest();
      await act();
    } catch (thrown) {
      this.making.app.notices.failed(thrown);
    }
  }
}
