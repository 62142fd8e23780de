// The shell in the window: each method is the command of its name, and an event that is no longer wanted is not heard.
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeShell } from './fake';
import { realShell } from './real';
import type { Shell } from './shell';

const { invoke, listen } = vi.hoisted(() => ({ invoke: vi.fn(), listen: vi.fn() }));
vi.mock('@tauri-apps/api/core', () => ({ invoke }));
vi.mock('@tauri-apps/api/event', () => ({ listen }));
vi.mock('@tauri-apps/api/webviewWindow', () => ({ getCurrentWebviewWindow: () => ({ label: 'map-2' }) }));

beforeEach(() => {
  invoke.mockReset().mockResolvedValue(null);
  listen.mockReset();
});

const methods = (Object.keys(realShell()) as (keyof Shell)[]).filter((name) => name !== 'on');

test('the fake has every method of the real one', () => {
  const fake = fakeShell();
  expect(methods.filter((name) => typeof fake[name] !== 'function')).toEqual([]);
});

test.each(methods)('%s asks the command of its name, with its argument as it is', async (name) => {
  const of = { some: 'argument' };
  await (realShell()[name] as (of: unknown) => Promise<unknown>)(of);
  const [command, passed] = invoke.mock.calls[0] as [string, unknown];
  expect(command).toBe(name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  if (passed !== undefined) expect(passed).toEqual(of);
});

test('what the command failed with comes through', async () => {
  const problem = { code: 'store.full', sentence: 'The disk is full.', next_step: 'Make room.' };
  invoke.mockRejectedValue(problem);
  await expect(realShell().save()).rejects.toBe(problem);
});

test('nothing is heard after stopping, even if the window had not yet begun to listen', async () => {
  let tell: (event: { payload: unknown }) => void = () => {};
  const unlisten = vi.fn();
  listen.mockImplementation((_name: string, hear: typeof tell) => {
    tell = hear;
    return Promise.resolve(unlisten);
  });
  const heard: unknown[] = [];
  const stop = realShell().on('notice', (told) => heard.push(told));
  tell({ payload: 1 });
  stop();
  tell({ payload: 2 });
  await Promise.resolve();
  expect([heard, unlisten.mock.calls.length]).toEqual([[1], 1]);
  // Another window's events are not for this one.
  expect(listen.mock.calls[0]?.[2]).toEqual({ target: { kind: 'WebviewWindow', label: 'map-2' } });
});
