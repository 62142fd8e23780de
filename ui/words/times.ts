// When something was, as people say it.

/** A time of day as the page writes it: "14.02". Empty where it is not a time. */
export function clock(when: string): string {
  const time = new Date(when);
  if (Number.isNaN(time.getTime())) return '';
  return `${time.getHours()}.${String(time.getMinutes()).padStart(2, '0')}`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** When something was, as near as matters: "Today, 14.02", "Yesterday", "14 November", "14 November 2025". */
export function moment(when: string, now: Date): string {
  const then = new Date(when);
  if (Number.isNaN(then.getTime())) return when;
  const day = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((day(now) - day(then)) / 86_400_000);
  if (days === 0) return `Today, ${clock(when)}`;
  if (days === 1) return 'Yesterday';
  const date = `${then.getDate()} ${months[then.getMonth()]}`;
  return then.getFullYear() === now.getFullYear() ? date : `${date} ${then.getFullYear()}`;
}

/** A time and its day: "14.02, today", "14.02, 3 November". Empty where it is not a time. */
export function clockAndDay(when: string, now = new Date()): string {
  const time = clock(when);
  if (!time) return '';
  const day = moment(when, now);
  return `${time}, ${/^Today|^Yesterday/.test(day) ? day.split(',')[0]!.toLowerCase() : day}`;
}
