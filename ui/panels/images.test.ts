// Pictures on their way into the map, against the fake shell: each finds its place, and what it shows is asked for.
import { afterEach, expect, test, vi } from 'vitest';
import { mounted, type Mounted } from '../mounted';
import { fakeSample } from '../shell/fake_home';
import type { Edit } from '../shell/types';

let page: Mounted;
afterEach(() => page.close());

const used = () => page.asked('useImage') as { token: string; image: string; edits: Edit[] }[];
const stage = (at: number) => page.shell.map().stages[at]!.id;

/** Drops a picture on an element of the page. */
async function drop(on: Element | null): Promise<void> {
  vi.spyOn(document, 'elementFromPoint').mockReturnValue(on);
  page.shell.tell('dropped', { token: 'c', name: 'shot', x: 10, y: 10 });
  await page.settle();
}

test('dropped on a stage it becomes a card of the Image lane, which is made where none is there', async () => {
  page = await mounted({ open: fakeSample() });
  await drop(page.find(`[data-key="stage/${stage(2)}"]`));
  const [first] = used();
  expect(first?.edits.map((edit) => edit.edit)).toEqual(['add', 'add']);
  const lane = page.shell.map().lanes.find((one) => one.kind === 'image')!;
  const card = page.shell.map().cards.find((one) => one.lane === lane.id)!;
  expect([card.stage, first?.edits[1]]).toMatchObject([
    stage(2),
    { fields: { fields: { image: first?.image } } },
  ]);
  // The inspector opens on it: what it shows is asked for there.
  expect(page.app.editor!.selection.keys).toEqual([`card/${card.id}`]);
  expect(page.app.settings.inspector).toBe(true);

  await drop(page.find(`[data-key="card/${card.id}"]`));
  expect(used()[1]?.edits).toEqual([
    { edit: 'set', table: 'card', id: card.id, field: 'fields.image', value: used()[1]?.image },
  ]);
  await drop(page.find(`[data-key="stage/${stage(4)}"]`));
  expect(page.shell.map().lanes.filter((one) => one.kind === 'image')).toHaveLength(1);
});

test('a clipboard without text is asked for its picture, one with text is not', async () => {
  page = await mounted({ open: fakeSample() });
  const paste = async (text: string) => {
    const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
    const data = { getData: (type: string) => (type === 'text/plain' ? text : '') };
    Object.defineProperty(event, 'clipboardData', { value: data });
    document.body.dispatchEvent(event);
    await page.settle();
  };
  await paste('Narrows options');
  expect(page.asked('pasteImage')).toEqual([]);
  await paste('');
  expect(used()).toHaveLength(1);
});

test('a map that is read only takes no picture', async () => {
  page = await mounted({ open: fakeSample(), readOnly: 'Another window has it.' });
  await drop(page.find(`[data-key="stage/${stage(0)}"]`));
  expect(used()).toEqual([]);
});

test('a picture that is refused is told, and nothing changes', async () => {
  page = await mounted({ open: fakeSample() });
  const sentence = 'This is no picture that can be shown here.';
  page.shell.fail('useImage', { code: 'picture.unknown', sentence, next_step: '' });
  const before = page.shell.map();
  await drop(page.find(`[data-key="stage/${stage(0)}"]`));
  expect(document.body.textContent).toContain(sentence);
  expect(page.shell.map()).toBe(before);
});

test('the window that closes waits until all that was typed is sent', async () => {
  page = await mounted({ open: fakeSample(), settings: { inspector: true } });
  const box = page.find('.inspector textarea') as HTMLTextAreaElement;
  for (const text of ['From', 'From first call']) {
    box.value = text;
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await page.settle();
  }
  page.shell.tell('closing', null);
  await page.settle();
  const order = page.shell.asked.map(([method]) => method).filter((one) => ['amend', 'rested'].includes(one));
  expect(order.at(-1)).toBe('rested');
  expect((page.asked('amend') as { edit: Edit }[]).at(-1)?.edit).toMatchObject({ value: 'From first call' });
});
