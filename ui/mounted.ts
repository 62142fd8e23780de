// For tests: the whole page on the fake shell, and the hands of somebody who uses it.
import axe from 'axe-core';
import { flushSync, mount, unmount } from 'svelte';
import AppView from './App.svelte';
import { fakeShell, type FakeShell, type FakeStart } from './shell/fake';
import type { Shell } from './shell/shell';
import { App } from './state/app.svelte';

/** The page as a test sees it. */
export interface Mounted {
  shell: FakeShell;
  app: App;
  /** Lets everything that waits happen. */
  settle: () => Promise<void>;
  /** The element that a selector finds whose text or name contains the words; throws where there is none. */
  find: (selector: string, words?: string) => HTMLElement;
  all: (selector: string, words?: string) => HTMLElement[];
  click: (selector: string, words?: string) => Promise<void>;
  press: (key: string, on?: Element | null, mods?: KeyboardEventInit) => Promise<KeyboardEvent>;
  /** What was asked of a method, in order. */
  asked: (method: keyof Shell) => unknown[];
  /** What axe finds wrong, by rule; colours apart, which need a real browser. */
  wrong: () => Promise<unknown[]>;
  close: () => Promise<void>;
}

/** Mounts the page. With a map open it is laid out at 1600 px. */
export async function mounted(start: FakeStart = {}): Promise<Mounted> {
  const shell = fakeShell(start);
  const app = new App(shell);
  const target = document.createElement('div');
  document.body.append(target);
  const view = mount(AppView, { target, props: { app } });

  const settle = async () => {
    for (let turn = 0; turn < 8; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      flushSync();
    }
  };
  await settle();
  if (app.editor) {
    // No layout happens in tests: the canvas is told its size.
    app.editor.camera.view = { w: 1600, h: 902 };
    await app.editor.fetch();
    await settle();
  }

  const named = (element: Element) => `${element.getAttribute('aria-label') ?? ''} ${element.textContent}`;
  const all = (selector: string, words = '') =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => named(element).includes(words));
  const find = (selector: string, words = '') => {
    const [element] = all(selector, words);
    if (!element) throw new Error(`no ${selector} "${words}" in ${document.body.innerHTML.slice(0, 4000)}`);
    return element;
  };
  const pointer = (element: Element, type: string) =>
    element.dispatchEvent(
      new PointerEvent(type, { bubbles: true, cancelable: true, button: 0, pointerType: 'mouse' }),
    );

  return {
    shell,
    app,
    settle,
    find,
    all,
    async click(selector, words) {
      const element = find(selector, words);
      pointer(element, 'pointerdown');
      element.focus();
      pointer(element, 'pointerup');
      element.click();
      await settle();
    },
    async press(key, on = document.activeElement, mods = {}) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...mods });
      (on ?? document.body).dispatchEvent(event);
      await settle();
      return event;
    },
    asked: (method) => shell.asked.filter(([asked]) => asked === method).map(([, of]) => of),
    async wrong() {
      const found = await axe.run(document.body, {
        rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
      });
      return found.violations.map((violation) => [violation.id, violation.nodes.map((node) => node.html)]);
    },
    async close() {
      await unmount(view);
      target.remove();
      document.body.innerHTML = '';
      document.body.removeAttribute('style');
    },
  };
}
