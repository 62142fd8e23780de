// How long ago a time was, for the sentences of every language.

/** How near a time is: the time itself, whether it was today or yesterday, and whether in this year. */
export interface When {
  time: Date;
  day: 'today' | 'yesterday' | 'before';
  thisYear: boolean;
}

/** A time from its text; null where it is none. */
export function timeOf(text: string): Date | null {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? null : time;
}

/** How near a time is; null where the text is none. */
export function nearness(text: string, now: Date): When | null {
  const time = timeOf(text);
  if (!time) return null;
  const day = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((day(now) - day(time)) / 86_400_000);
  return {
    time,
    day: days === 0 ? 'today' : days === 1 ? 'yesterday' : 'before',
    thisYear: time.getFullYear() === now.getFullYear(),
  };
}
