// New ids: UUIDv7 (RFC 9562), so that records made later sort later.

import type { Id } from './types';

/** The last time an id was made for, in ms, and how many ids it gave. */
let lastTime = 0;
let sequence = 0;

/** An id that nobody else has made; rising within this page, also within one millisecond. */
export function newId(): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  if (now > lastTime) {
    lastTime = now;
    // The top bit of the counter stays free, so that it cannot run over within a millisecond.
    sequence = ((bytes[6]! & 0x07) << 8) | bytes[7]!;
  } else {
    sequence += 1;
    if (sequence > 0xfff) {
      lastTime += 1;
      sequence = 0;
    }
  }
  let time = lastTime;
  for (let at = 5; at >= 0; at -= 1) {
    bytes[at] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = 0x70 | (sequence >> 8);
  bytes[7] = sequence & 0xff;
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
