// When something was, as people say it.

import { locale } from '../locale.svelte';
import { nearness, timeOf } from '../when';
import type { times as english } from '../en/times';

/** A time of day: "14:02". Empty where it is not a time. */
export function clock(when: string): string {
  const time = timeOf(when);
  if (!time) return '';
  return new Intl.DateTimeFormat(locale.tag, { hour: 'numeric', minute: '2-digit' }).format(time);
}

/** A day: "14. November", "14. November 2025". */
function day(time: Date, thisYear: boolean): string {
  const year = thisYear ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale.tag, { day: 'numeric', month: 'long', year }).format(time);
}

/** When something was. */
export const times: typeof english = {
  moment: (when, now) => {
    const near = nearness(when, now);
    if (!near) return when;
    if (near.day === 'today') return `Heute, ${clock(when)}`;
    return near.day === 'yesterday' ? 'Gestern' : day(near.time, near.thisYear);
  },
  clockAndDay: (when, now) => {
    const near = nearness(when, now);
    if (!near) return '';
    const days = { today: 'heute', yesterday: 'gestern', before: day(near.time, near.thisYear) };
    return `${clock(when)}, ${days[near.day]}`;
  },
};
