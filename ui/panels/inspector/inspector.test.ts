// The inspector against the fake shell: what it shows, what it sends, and that nothing that was typed is ever lost.
import { afterEach, expect, test } from 'vitest';
import { mounted, type Mounted } from '../../mounted';
import { fakeSample } from '../../shell/fake_home';
import { type FakeMap, moreOf } from '../../shell/fake_model';
import { newId } from '../../shell/ids';
import type { Edit } from '../../shell/types';

let page: Mounted;
afterEach(() => page.close());

const keyOf = (text: string) => {
  const card = page.shell.map().cards.find((one) => one.text === text);
  if (!card) throw new Error(`no card ${text}`);
  return `card/${card.id}`;
};
const cardOf = (text: string) => page.shell.map().cards.find((one) => one.text === text)!;

/** The sample with two people and two teams. */
function sample(): FakeMap {
  const named = (...names: string[]) => names.map((name) => ({ id: newId(), name }));
  return {
    ...fakeSample(),
    more: { person: named('Marie', 'Procurement'), team: named('Sales', 'Marketing') },
  };
}

async function open(...texts: string[]): Promise<void> {
  page = await mounted({ open: sample(), settings: { inspector: true } });
  page.app.editor!.selection.all(texts.map(keyOf));
  await page.settle();
}

/** Types into a box as a person does, without leaving it. */
async function type(selector: string, name: string, text: string): Promise<HTMLInputElement> {
  const box = labelled(selector, name) as HTMLInputElement;
  box.focus();
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
  return box;
}

/** A control by the label that it names. */
function labelled(selector: string, name: string): HTMLElement {
  const found = page.all(selector).find((one) => {
    const ids = (one.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
    const said = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    return (one.getAttribute('aria-label') ?? said).includes(name);
  });
  if (!found)
    throw new Error(`no ${selector} called ${name} in ${page.find('.inspector').innerHTML.slice(0, 3000)}`);
  return found;
}

const edits = () => [...page.asked('apply'), ...page.asked('amend')].map((of) => (of as { edit: Edit }).edit);

test('nothing selected: the fields of the map', async () => {
  await open();
  expect(page.find('.inspector').textContent).toContain('Scenario');
  await type('textarea', 'Scenario', 'Replacing a supplier');
  expect(edits().at(-1)).toMatchObject({ table: 'map', field: 'scenario', value: 'Replacing a supplier' });
});

test('a card: what it is, where, and its fields; axe finds nothing wrong', async () => {
  await open('Waits too long');
  const panel = page.find('.inspector');
  expect(panel.textContent).toContain('pain points');
  expect((labelled('textarea', 'Text') as HTMLTextAreaElement).value).toBe('Waits too long');
  for (const label of ['Severity', 'Who feels it', 'Evidence', 'Responsible team', 'Notes', 'Votes'])
    expect(panel.textContent).toContain(label);
  expect(await page.wrong()).toEqual([]);
});

test('what else is selected begins with its name, however far the panel was scrolled', async () => {
  await open('Waits too long');
  const panel = page.find('.inspector');
  panel.scrollTop = 300;
  await type('textarea', 'Text', 'Waits far too long');
  expect(panel.scrollTop, 'while it is edited it stays').toBe(300);
  page.app.editor!.selection.all([keyOf('Pricing is unclear')]);
  await page.settle();
  expect(panel.scrollTop).toBe(0);
});

test('a rating is one click, and a click on it takes it back', async () => {
  await open('Waits too long');
  await page.click('.inspector input[type=radio][value="4"]');
  expect(cardOf('Waits too long').fields).toEqual({ severity: 4 });
  await page.click('.inspector input[type=radio][value="4"]');
  expect(cardOf('Waits too long').fields).toEqual({ severity: null });
});

test('a digit on a rating chooses it', async () => {
  await open('Waits too long');
  await page.press('3', page.find('.inspector input[type=radio][value="1"]'));
  expect(cardOf('Waits too long').fields).toEqual({ severity: 3 });
});

test('what is typed goes out while it is typed, as one session', async () => {
  await open('Waits too long');
  await type('textarea', 'Notes', 'H');
  const box = await type('textarea', 'Notes', 'Heard in three interviews');
  box.blur();
  await page.settle();
  const sent = page.asked('amend') as { edit: Edit; session: string }[];
  expect(sent.at(-1)?.edit).toMatchObject({ field: 'note', value: 'Heard in three interviews' });
  expect(new Set(sent.map((one) => one.session)).size).toBe(1);
  expect(page.asked('endTyping')).toHaveLength(1);
});

test('selecting something else keeps what was typed a moment ago, on the card where it was typed', async () => {
  await open('Waits too long');
  await type('textarea', 'Notes', 'S');
  await type('textarea', 'Notes', 'Said by sales');
  const before = keyOf('Waits too long').slice(5);
  page.app.editor!.selection.only(keyOf('Pricing is unclear'));
  await page.settle();
  const sent = page.asked('amend') as { edit: Edit }[];
  expect(sent.at(-1)?.edit).toMatchObject({ id: before, field: 'note', value: 'Said by sales' });
  expect((labelled('textarea', 'Notes') as HTMLTextAreaElement).value).toBe('');
});

test('undo sends what is being typed first, and then takes just that back', async () => {
  await open('Waits too long');
  await type('textarea', 'Notes', 'S');
  await type('textarea', 'Notes', 'Said by sales');
  await page.click('button', 'Undo:');
  const order = page.shell.asked
    .map(([method]) => method)
    .filter((one) => ['amend', 'endTyping', 'undo'].includes(one));
  expect(order.slice(-2)).toEqual(['endTyping', 'undo']);
  expect((page.asked('amend') as { edit: Edit }[]).at(-1)?.edit).toMatchObject({ value: 'Said by sales' });
  expect((labelled('textarea', 'Notes') as HTMLTextAreaElement).value).toBe('');
  expect((cardOf('Waits too long') as unknown as { note?: string }).note).toBeUndefined();
});

test('closing the map sends what is being typed before the map goes', async () => {
  await open('Waits too long');
  await type('textarea', 'Notes', 'S');
  await type('textarea', 'Notes', 'Said by sales');
  await page.app.goHome();
  const order = page.shell.asked
    .map(([method]) => method)
    .filter((one) => ['amend', 'closeMap'].includes(one));
  expect(order.at(-1)).toBe('closeMap');
  expect((page.asked('amend') as { edit: Edit }[]).at(-1)?.edit).toMatchObject({ value: 'Said by sales' });
});

test('hiding the panel sends what is being typed', async () => {
  await open('Waits too long');
  await type('textarea', 'Notes', 'S');
  await type('textarea', 'Notes', 'Said by sales');
  await page.press('.', document.body, { ctrlKey: true });
  expect(page.all('.inspector')).toEqual([]);
  expect((page.asked('amend') as { edit: Edit }[]).at(-1)?.edit).toMatchObject({ value: 'Said by sales' });
});

test('a patch does not touch the box that is typed in, and shows in all others', async () => {
  await open('Waits too long');
  await type('textarea', 'Notes', 'Half a sen');
  const { id } = cardOf('Waits too long');
  await page.app.editor!.apply({ edit: 'set', table: 'card', id, field: 'text', value: 'Waits for weeks' });
  await page.settle();
  expect((labelled('textarea', 'Text') as HTMLTextAreaElement).value).toBe('Waits for weeks');
  expect((labelled('textarea', 'Notes') as HTMLTextAreaElement).value).toBe('Half a sen');
});

test('several: what differs says so, and a change is one edit for all', async () => {
  await open('Waits too long', 'Pricing is unclear');
  await page.app.editor!.apply({
    edit: 'set',
    table: 'card',
    id: cardOf('Waits too long').id,
    field: 'fields.severity',
    value: 5,
  });
  await page.settle();
  const panel = page.find('.inspector');
  expect(panel.textContent).toContain('2 cards');
  expect(panel.querySelector('.label')?.textContent).toContain('several');
  expect(panel.textContent).not.toContain('Stages');
  await page.click('.inspector input[type=radio][value="3"]');
  const last = edits().at(-1) as Extract<Edit, { edit: 'together' }>;
  expect(last.edits).toHaveLength(2);
  expect([cardOf('Waits too long').fields, cardOf('Pricing is unclear').fields]).toEqual([
    { severity: 3 },
    { severity: 3 },
  ]);
});

test('people are picked from a list that narrows, and a name that is not there makes a person', async () => {
  await open('Waits too long');
  await page.click('.inspector .add');
  const field = page.find('input[role=combobox]') as HTMLInputElement;
  expect(page.all('[role=option]').map((one) => one.textContent?.trim())).toEqual([
    'MA Marie',
    'PR Procurement',
  ]);
  expect(await page.wrong()).toEqual([]);
  field.value = 'mari';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
  expect(page.all('[role=option]')).toHaveLength(2);
  await page.press('Enter', field);
  const marie = moreOf(page.shell.map(), 'person').find((one) => one.name === 'Marie')!;
  expect((cardOf('Waits too long') as unknown as { people: string[] }).people).toEqual([marie.id]);
  field.value = 'Finance';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
  expect(page.find('[role=option]').textContent).toContain('Create “Finance”');
  await page.press('Enter', field);
  const finance = moreOf(page.shell.map(), 'person').find((one) => one.name === 'Finance')!;
  expect((cardOf('Waits too long') as unknown as { people: string[] }).people).toEqual([
    marie.id,
    finance.id,
  ]);
  // The person and their part in the map are one step of undo with the assignment.
  expect(edits().at(-1)).toMatchObject({
    edit: 'together',
    edits: [{ edit: 'together' }, { field: 'people' }],
  });
});

test('an opportunity is linked by its words, shown, and unlinked', async () => {
  await open('Waits too long');
  await page.click('.inspector button', 'Link or create');
  await page.click('[role=option]', 'Answer within one day');
  expect(moreOf(page.shell.map(), 'answer')).toHaveLength(1);
  expect(page.find('.inspector .link').textContent).toContain('Answer within one day');
  await page.click('.inspector .off');
  expect(moreOf(page.shell.map(), 'answer')).toEqual([]);
});

test('a new opportunity is made where the pain is, and linked at once', async () => {
  await open('Waits too long');
  await page.click('.inspector button', 'Link or create');
  const field = page.find('input[role=combobox]') as HTMLInputElement;
  field.value = 'Ring back at once';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
  await page.press('Enter', field);
  await page.settle();
  expect(cardOf('Ring back at once').stage).toBe(cardOf('Waits too long').stage);
  expect(moreOf(page.shell.map(), 'answer')[0]).toMatchObject({
    opportunity: cardOf('Ring back at once').id,
  });
});

test('votes go up and down by buttons and by keys, never below none', async () => {
  await open('Waits too long');
  const votes = () => (cardOf('Waits too long') as unknown as { votes?: number }).votes;
  expect(labelled('button', 'Votes: less').getAttribute('aria-disabled')).toBe('true');
  await page.click('.inspector button', 'Votes: more');
  await page.press('ArrowUp', page.find('[role=spinbutton]'));
  expect(votes()).toBe(2);
  await page.click('.inspector button', 'Votes: less');
  expect(votes()).toBe(1);
});

test('links of a note are opened by Rust, and only after a click', async () => {
  await open('Waits too long');
  await type('textarea', 'Notes', 'See https://example.org/a_(b), or write to mailto:ann@example.org.');
  expect(page.asked('openLink')).toEqual([]);
  await page.click('.inspector button', 'https://example.org');
  await page.click('.inspector button', 'mailto');
  expect(page.asked('openLink')).toEqual([
    { link: 'https://example.org/a_(b)' },
    { link: 'mailto:ann@example.org' },
  ]);
});

test('a card is stretched over stages', async () => {
  await open('Waits too long');
  const { id, stage } = cardOf('Waits too long');
  const { stages } = page.shell.map();
  const after = stages[stages.findIndex((one) => one.id === stage) + 1]!;
  const [, last] = page.all('.inspector .ends .select');
  last!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  await page.settle();
  const option = page.find('[role=option]', after.name);
  option.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, button: 0, pointerType: 'mouse' }));
  await page.settle();
  expect(edits().at(-1)).toEqual({ edit: 'span_card', id, stage, to_stage: after.id });
});

test('a number out of its range is said and not sent', async () => {
  await open();
  page.app.editor!.selection.only(`stage/${page.shell.map().stages[0]!.id}`);
  await page.settle();
  await type('input', 'Width', '20');
  expect(page.find('.inspector [role=alert]').textContent).toContain('from 176 to 480');
  expect(page.asked('amend')).toEqual([]);
  const box = await type('input', 'Width', '200');
  await page.press('ArrowUp', box);
  box.blur();
  await page.settle();
  expect(edits().at(-1)).toMatchObject({ table: 'stage', field: 'width', value: 208 });
});

test('Ctrl+Enter: to the inspector (Esc returns)', async () => {
  page = await mounted({ open: fakeSample() });
  const key = keyOf('Waits too long');
  const card = page.find(`[data-key="${key}"]`);
  card.focus();
  await page.press('Enter', card, { ctrlKey: true });
  const field = labelled('textarea', 'Text') as HTMLTextAreaElement;
  expect(field.value).toBe('Waits too long');
  expect(document.activeElement).toBe(field);
  await page.press('Escape', field);
  expect((document.activeElement as HTMLElement).dataset.key).toBe(key);
});

test('a map that is read only can be looked at', async () => {
  page = await mounted({
    open: fakeSample(),
    settings: { inspector: true },
    readOnly: 'Another window has it.',
  });
  page.app.editor!.selection.only(keyOf('Waits too long'));
  await page.settle();
  expect(page.find('.inspector fieldset').hasAttribute('disabled')).toBe(true);
  // Nothing in it takes the focus, so it does itself, to be scrolled by keys.
  expect(page.find('.inspector').tabIndex).toBe(0);
});

test('a channel is found by its name, and a name of one’s own becomes one', async () => {
  await open();
  const { stages, lanes } = page.shell.map();
  const lane = lanes.find((one) => one.kind === 'touchpoints')!.id;
  const fields = {
    id: '0190b6a0-0000-7000-8000-000000000001',
    lane,
    stage: stages[0]!.id,
    text: 'Sales call',
  };
  await page.app.editor!.apply({ edit: 'add', table: 'card', fields, place: 'last' });
  page.app.editor!.selection.only(keyOf('Sales call'));
  await page.settle();
  await page.click('.inspector button', 'Choose a channel');
  await page.click('[role=option]', 'Phone');
  expect(cardOf('Sales call').fields).toEqual({ channel: 'Phone' });
  await page.click('.inspector button', 'Phone');
  const field = page.find('input[role=combobox]') as HTMLInputElement;
  field.value = 'Carrier pigeon';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
  await page.press('Enter', field);
  expect(cardOf('Sales call').fields).toEqual({ channel: 'Carrier pigeon' });
});
