// What the page tells a person: toasts that can be seen, and sentences that are only said aloud.
import type { Told } from '../shell/shell';
import { asProblem } from '../shell/problem';

/** Something shown at the bottom for a while. */
export interface Toast extends Told {
  /** Counts up; a key for the list. */
  id: number;
  /** What can be done about it at once, by the name of the button. */
  action: { name: string; run: () => void } | null;
  /** Whether it is about the last change only: it goes once something else is changed. */
  passing: boolean;
}

/** The refusal of a key that means nothing for what is selected: worth a word, not an alarm. */
const beside = 'edit.does-not-apply';
/** A refusal that changed nothing: no news any more once something else was changed. */
const refused = /^(edit|paste)\./;

/** The notices of one window. */
export class Notices {
  /** Newest last. */
  toasts = $state.raw<readonly Toast[]>([]);
  /** Said politely by assistive technology; the number makes the same sentence heard twice. */
  said = $state.raw({ sentence: '', count: 0 });
  /** Said at once: errors. */
  alerted = $state.raw({ sentence: '', count: 0 });
  #next = 1;

  /** Says a sentence aloud without showing it. */
  say(sentence: string): void {
    if (sentence) this.said = { sentence, count: this.said.count + 1 };
  }

  /** Shows something, and says it. What is told again, like a print that fails twice, is shown once. */
  tell(told: Told, action: Toast['action'] = null, passing = false): void {
    const again = ({ sentence, next_step }: Toast) =>
      sentence === told.sentence && next_step === told.next_step;
    this.toasts = [
      ...this.toasts.filter((toast) => !again(toast)),
      { ...told, id: this.#next++, action, passing },
    ];
    const sentence = [told.sentence, told.next_step].filter(Boolean).join(' ');
    if (told.kind === 'error') this.alerted = { sentence, count: this.alerted.count + 1 };
    else this.say(sentence);
  }

  /** Shows what the last change did, with what can be done about it until the next one. */
  offer(code: string, sentence: string, action: Toast['action']): void {
    this.tell({ code, sentence, next_step: '', kind: 'info' }, action, true);
  }

  /** Something was changed: what was offered about an earlier change would now be about this one. */
  changed(): void {
    if (this.toasts.some((toast) => toast.passing))
      this.toasts = this.toasts.filter((toast) => !toast.passing);
  }

  /** Shows what a question to the shell failed with. */
  failed(thrown: unknown): void {
    const problem = asProblem(thrown);
    const kind = problem.code === beside ? 'info' : 'error';
    this.tell({ ...problem, kind }, null, refused.test(problem.code));
  }

  /** Takes a toast away. */
  dismiss(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }
}
