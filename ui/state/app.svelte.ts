// The whole window: settings, and either Home or an open map.
import type { OpenMap, Settings, Shell, ThemeName } from '../shell/shell';
import { Editor } from './editor.svelte';
import { Notices } from './notices.svelte';

/** Everything that one window shows. */
export class App {
  readonly notices = new Notices();
  settings = $state.raw<Settings>({ theme: 'system', hint_uses: 0, inspector: false });
  /** The open map; null on Home. */
  editor = $state.raw<Editor | null>(null);
  /** False until Rust said what to begin with. */
  started = $state(false);
  #desktopIsDark = $state(false);

  constructor(readonly shell: Shell) {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    this.#desktopIsDark = dark.matches;
    dark.addEventListener('change', (event) => {
      this.#desktopIsDark = event.matches;
      this.#repaint();
    });
    shell.on('notice', (told) => this.notices.tell(told));
    shell.on('open_file', (open) => this.show(open));
  }

  /** The look in force. */
  get theme(): ThemeName {
    if (this.settings.theme !== 'system') return this.settings.theme;
    return this.#desktopIsDark ? 'dark' : 'light';
  }

  /** Asks what to begin with. */
  async start(): Promise<void> {
    try {
      const start = await this.shell.start();
      this.settings = start.settings;
      if (start.open) this.show(start.open);
      for (const told of start.notices ?? []) this.notices.tell(told);
    } catch (thrown) {
      this.notices.failed(thrown);
    }
    this.started = true;
  }

  /** Shows a map. */
  show(open: OpenMap): void {
    this.editor?.close();
    this.editor = new Editor(this.shell, this.notices, open, this.theme);
    this.editor.singleLetters = () =>
      !('single_letter_keys' in this.settings) || this.settings.single_letter_keys !== false;
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

  /** Changes settings, for good. */
  async set(change: Partial<Settings>): Promise<void> {
    this.settings = { ...this.settings, ...change };
    this.#repaint();
    try {
      await this.shell.setSettings({ settings: this.settings });
    } catch (thrown) {
      this.notices.failed(thrown);
    }
  }

  #repaint(): void {
    if (!this.editor || this.editor.theme === this.theme) return;
    this.editor.theme = this.theme;
    void this.editor.fetch();
  }
}
