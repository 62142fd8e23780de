// What can be done with the file of the open map: copies of it, and where it lies.

import type { VersionEntry } from '../../shell/shell';
import { words } from '../../words';
import type { Making } from './making.svelte';

/** The acts on the file. */
export class FileActs {
  /** Whether the dialog about a clean copy is open. */
  sharing = $state(false);

  /** The list of versions; null while it is closed. */
  versions = $state.raw<readonly VersionEntry[] | null>(null);

  constructor(private readonly making: Making) {}

  /** Writes a copy as it is to another place. */
  async saveCopy(): Promise<void> {
    await this.#told(async () => {
      const file = await this.making.app.shell.saveCopy();
      if (file !== null) this.#say('page.copied', words.file.copied(file), '');
    });
  }

  /** Writes a copy that holds only what is on the map now, with or without the names of its people. */
  async shareClean(nameless: boolean): Promise<void> {
    this.sharing = false;
    await this.#told(async () => {
      const file = await this.making.app.shell.shareClean({ nameless });
      if (file !== null) this.#say('page.shared', words.share.done(file), words.share.doneNext);
    });
  }

  /** Shows the file in the desktop's own file manager. */
  async showInFolder(): Promise<void> {
    await this.#told(() => this.making.app.shell.showFile());
  }

  /** Offers the copies that a synced folder made of the file. */
  async tellCopies(): Promise<void> {
    const { app } = this.making;
    await this.#told(async () => {
      const names = await app.shell.conflictCopies();
      const [name] = names;
      if (name === undefined) return;
      const { conflict } = words;
      const sentence = names.length === 1 ? conflict.one(name) : conflict.many(names.length, name);
      const run = () => void app.openBy(() => app.shell.openConflictCopy({ name }));
      const told = {
        code: 'page.conflict_copies',
        sentence,
        next_step: conflict.next,
        kind: 'warning',
      } as const;
      app.notices.tell(told, { name: conflict.open, run });
    });
  }

  /** Opens the list of versions. */
  async listVersions(): Promise<void> {
    await this.#told(async () => {
      this.versions = await this.making.app.shell.versions();
    });
  }

  /** Asks what the map as it is now is to be called. */
  nameVersion(): void {
    this.versions = null;
    const answer = (name: string) => void this.#name(name);
    this.making.asked = {
      title: words.versions.name,
      label: words.versions.called,
      value: '',
      suggestions: [],
      answer,
    };
  }

  async #name(name: string): Promise<void> {
    if (name === '') return;
    const done = await this.making.editor.nameVersion(name);
    if (done) this.#say('page.version_named', words.versions.named(name), '');
  }

  /** Makes the map what it was; what it is now becomes a version, and Undo comes forward again. */
  async goBack({ id, name }: VersionEntry): Promise<void> {
    this.versions = null;
    const { app } = this.making;
    await this.#told(async () => {
      app.show(await app.shell.goBack({ version: id }));
      const action = { name: words.file.undoButton, run: () => void app.editor?.undo() };
      app.notices.offer('page.went_back', words.versions.wentBack(name), action);
    });
  }

  /** Opens what the map was as a draft of its own. */
  async openVersion({ id, name }: VersionEntry): Promise<void> {
    this.versions = null;
    const { app } = this.making;
    await this.#told(async () => {
      const open = await app.shell.openVersion({ version: id });
      if (open) app.show(open);
      this.#say('page.version_opened', words.versions.opened(name), words.versions.openedNext);
    });
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
