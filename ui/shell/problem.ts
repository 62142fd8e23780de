// Whatever a failed question of the shell threw, as a Problem.

import type { Problem } from './shell';

/** Whether a thrown thing is a Problem as Rust sends it. */
export function isProblem(thrown: unknown): thrown is Problem {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    typeof (thrown as Problem).code === 'string' &&
    typeof (thrown as Problem).sentence === 'string'
  );
}

/**
 * A Problem out of anything thrown. What is not one (a command that does not exist, a bug of the page) keeps its own
 * message as the sentence, so that a report of it is worth something.
 */
export function asProblem(thrown: unknown): Problem {
  if (isProblem(thrown)) return { ...thrown, next_step: thrown.next_step ?? '' };
  const sentence = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'page.unexpected', sentence, next_step: '' };
}
