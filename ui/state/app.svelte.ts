// The whole window: settings, and either Home or an open map.
import type { OpenMap, Settings, Shell, ThemeName } from '../shell/shell';
import { Editor } from './editor.svelte';
import { Notices } from './notices.svelte';
import { Preferences } from './preferences.svelte';
import { locale } from '../words';

/** Everything that one window shows. */
export class App {
  readonly notices = new Notices();
  readonly preferences: Preferences;
  /** The computer's own language, with its region; empty until Rust has said it. */
  computer = '';
  /** The program's own version; empty until Rust has said it. */
  version = $state('');
  /** The open map; null on Home. */
  editor = $state.raw<Editor | null>(null);
  /** The dialog that is open over everything. */
  overlay = $state<'palette' | 'keys' | 'guide' | 'settings' | null>(null);
  /** False until Rust said what to begin with. */
  started = $state(false);

  constructor(readonly shell: Shell) {
    this.preferences = new Preferences(shell);
    shell.on('notice', (told) => this.notices.tell(told));
    shell.on('open_file', (open) => this.show(open));
    shell.on('settings', (settings) => {
      const { language } = this.settings;
      this.preferences.settings = settings;
      if (settings.language !== language) void this.#speak();
    });
    shell.on('closing', () => void this.#rest());
  }

  get settings(): Settings {
    return this.preferences.settings;
  }

  /** The look in force. */
  get theme(): ThemeName {
    return this.preferences.theme;
  }

  /** Asks what to begin with. */
  async start(): Promise<void> {
    try {
      const start = await this.shell.start();
      this.preferences.settings = start.settings;
      this.version = start.version;
      this.computer = start.language;
      locale.follow(start.settings.language, start.language);
      if (start.open) this.show(start.open);
      if (this.editor && start.unnamed) this.editor.unnamed = true;
      this.started = true;
      const { notices, open } = await this.shell.listening();
      if (open && !this.editor) this.show(open);
      for (const told of notices) this.notices.tell(told);
    } catch (thrown) {
      this.notices.failed(thrown);
    }
    this.started = true;
  }

  /** Sends what is being typed, and lets the window close. */
  async #rest(): Promise<void> {
    await this.editor?.rest();
    await this.shell
      .rested({ place: this.editor?.place ?? null })
      .catch((thrown: unknown) => this.notices.failed(thrown));
  }

  /** Shows a map. */
  show(open: OpenMap): void {
    this.editor?.close();
    this.editor = new Editor(this.shell, this.notices, open, this.preferences);
  }

  /** Opens whatever `ask` brings; nothing where the person changed their mind. */
  async openBy(ask: () => Promise<OpenMap | null>): Promise<void> {
    try {
      await this.editor?.rest();
      const open = await ask();
      if (open) this.show(open);
    } catch (thrown) {
      this.notices.failed(thrown);
    }
  }

  /** Makes a map after a template, or a blank one for null; its title waits to be typed. */
  async begin(template: string | null): Promise<void> {
    const before = this.editor;
    await this.openBy(() => this.shell.newMap({ template }));
    if (this.editor && this.editor !== before) this.editor.unnamed = true;
  }

  /** Back to Home; what waits is written into the file. */
  async goHome(): Promise<void> {
    try {
      await this.editor?.rest();
      await this.shell.closeMap();
      this.editor?.close();
      this.editor = null;
    } catch (thrown) {
      this.notices.failed(thrown);
    }
  }

  /** Ends the program: every window closes as if somebody closed it. */
  async quit(): Promise<void> {
    try {
      await this.shell.quit();
    } catch (thrown) {
      this.notices.failed(thrown);
    }
  }

  /** Fills the screen with the window, or gives it its frame back. */
  async fullScreen(): Promise<void> {
    try {
      await this.shell.fullScreen();
    } catch (thrown) {
      this.notices.failed(thrown);
    }
  }

  /** Changes settings, for good. */
  async set(change: Partial<Settings>): Promise<void> {
    const { language } = this.settings;
    try {
      await this.preferences.set(change);
    } catch (thrown) {
      this.notices.failed(thrown);
    }
    if (this.settings.language !== language) await this.#speak();
  }

  /** Goes on in the language that was chosen; what Rust said of the open map, it says anew. */
  async #speak(): Promise<void> {
    locale.follow(this.settings.language, this.computer);
    try {
      await this.editor?.rest();
      const { open } = await this.shell.start();
      if (open) await this.editor?.hear(open);
    } catch (thrown) {
      this.notices.failed(thrown);
    }
  }
}
