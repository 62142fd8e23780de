// When something was, as people say it.

import { locale } from '../locale.svelte';
import { nearness, timeOf } from '../when';

/** A time of day: "14.02". Empty where it is not a time. */
export function clock(when: string): string {
  const time = timeOf(when);
  return time ? `${time.getHours()}.${String(time.getMinutes()).padStart(2, '0')}` : '';
}

/** A day: "14 November", "14 November 2025". */
function day(time: Date, thisYear: boolean): string {
  const year = thisYear ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale.tag, { day: 'numeric', month: 'long', year }).format(time);
}

/** When something was. */
export const times = {
  /** As near as matters: "Today, 14.02", "Yesterday", "14 November", "14 November 2025". */
  moment: (when: string, now: Date): string => {
    const near = nearness(when, now);
    if (!near) return when;
    if (near.day === 'today') return `Today, ${clock(when)}`;
    return near.day === 'yesterday' ? 'Yesterday' : day(near.time, near.thisYear);
  },
  /** A time and its day: "14.02, today", "14.02, 3 November". Empty where it is not a time. */
  clockAndDay: (when: string, now: Date): string => {
    const near = nearness(when, now);
    if (!near) return '';
    return `${clock(when)}, ${near.day === 'before' ? day(near.time, near.thisYear) : near.day}`;
  },
};
