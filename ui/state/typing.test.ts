// Typing sends one command at a time, the newest text only, and everything before it ends.
import { expect, test } from 'vitest';
import type { Edit } from '../shell/types';
import type { Editor } from './editor.svelte';
import { TypingSession } from './typing';

const set = (value: string): Edit => ({ edit: 'set', table: 'card', id: 'c', field: 'text', value });

/** An editor whose shell notes what it is asked and answers when told. */
function editorThatNotes() {
  const sent: unknown[] = [];
  const answers: (() => void)[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const editor = {
    shell: {
      amend: ({ edit }: { edit: Edit }) =>
        new Promise<void>((answer) => {
          sent.push(edit.edit === 'set' ? edit.value : edit.edit);
          answers.push(answer);
        }),
      endTyping: () => Promise.resolve(void sent.push('end')),
    },
    took: (done: unknown) => Promise.resolve(done),
    typing: new Set(),
    inTurn: <T>(ask: () => Promise<T>) => {
      const answer = last.then(ask);
      last = answer;
      return answer;
    },
  };
  const settle = () => new Promise((done) => setTimeout(done, 0));
  return { editor: editor as unknown as Editor, sent, answer: () => (answers.shift()?.(), settle()), settle };
}

test('while a command is under way newer texts replace one another, and the last one arrives', async () => {
  const { editor, sent, answer, settle } = editorThatNotes();
  const typing = new TypingSession(editor);
  typing.newest(set('a'));
  await settle();
  typing.newest(set('ab'));
  typing.newest(set('abc'));
  await settle();
  expect(sent).toEqual(['a']);
  const ended = typing.end();
  await answer();
  expect(sent).toEqual(['a', 'abc']);
  await answer();
  await ended;
  expect(sent).toEqual(['a', 'abc', 'end']);
});

test('what later edits lean on is never replaced', async () => {
  const { editor, sent, answer, settle } = editorThatNotes();
  const typing = new TypingSession(editor);
  typing.must({ edit: 'remove', records: [] });
  typing.newest(set('x'));
  typing.must({ edit: 'remove', records: [] });
  const ended = typing.end();
  await settle();
  for (let at = 0; at < 3; at += 1) await answer();
  await ended;
  expect(sent).toEqual(['remove', 'x', 'remove', 'end']);
});

test('what is typed on after the end comes behind it, also where nothing was sent yet', async () => {
  const { editor, sent, answer, settle } = editorThatNotes();
  let free = () => {};
  void editor.inTurn(() => new Promise<void>((done) => (free = done)));
  const typing = new TypingSession(editor);
  typing.newest(set('a'));
  const ended = typing.end();
  typing.newest(set('ab'));
  await settle();
  free();
  await settle();
  await answer();
  const again = typing.end();
  await answer();
  await Promise.all([ended, again]);
  expect(sent).toEqual(['a', 'end', 'ab', 'end']);
});

test('what leans on a refused edit is not sent, and one word is said of it', async () => {
  const { editor, sent, settle } = editorThatNotes();
  const failed: unknown[] = [];
  Object.assign(editor, { notices: { failed: (thrown: unknown) => failed.push(thrown) } });
  editor.shell.amend = ({ edit }) => (sent.push(edit.edit), Promise.reject(new Error('refused')));
  const typing = new TypingSession(editor);
  typing.must({ edit: 'remove', records: [] });
  await settle();
  typing.must({ edit: 'remove', records: [] });
  typing.newest(set('x'));
  const more = typing.end();
  await more;
  expect([sent, failed.length]).toEqual([['remove', 'remove', 'end'], 2]);
});

test('a session in which nothing was sent is not ended', async () => {
  const { editor, sent } = editorThatNotes();
  await new TypingSession(editor).end();
  expect(sent).toEqual([]);
});

test('what a session sends last comes before the first of the next one', async () => {
  const { editor, sent, answer, settle } = editorThatNotes();
  const first = new TypingSession(editor);
  first.newest(set('a'));
  await settle();
  first.newest(set('ab'));
  const ended = [first.end()];
  const second = new TypingSession(editor);
  second.newest(set('x'));
  second.newest(set('xy'));
  ended.push(second.end());
  await settle();
  for (let at = 0; at < 4; at += 1) await answer();
  await Promise.all(ended);
  expect(sent).toEqual(['a', 'ab', 'end', 'xy', 'end']);
});
