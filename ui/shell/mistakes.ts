// Mistakes of the page that nobody caught go into the program's log: what kind, and by which way the page came there.
import type { Shell } from './shell';

/** As many are told in a run: one that comes with every frame says nothing new. */
const most = 20;

/** What the log is told of a mistake. Its message may hold words of a map and stays here. */
export function withoutWords(thrown: unknown): { kind: string; way: string } {
  if (!(thrown instanceof Error)) return { kind: typeof thrown, way: '' };
  // Some engines begin the way with the message.
  const way = (thrown.stack ?? '').replace(thrown.message, '').split('\n');
  return { kind: thrown.name, way: way.filter((line) => /:\d+:\d+\)?$/.test(line)).join('\n') };
}

/** From now on tells the log of them. */
export function tellMistakes(shell: Pick<Shell, 'pageFailed'>): void {
  let told = 0;
  const tell = (thrown: unknown) => {
    told += 1;
    // Where even this fails there is nobody left to tell.
    if (told <= most) void shell.pageFailed(withoutWords(thrown)).catch(() => undefined);
  };
  window.addEventListener('error', (event) => tell(event.error));
  window.addEventListener('unhandledrejection', (event) => tell(event.reason));
}
