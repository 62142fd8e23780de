// Where the bytes of an image are asked for.

/** The address of an image by the hash of its bytes. */
export function imageAddress(hash: string): string {
  return `image://localhost/${hash}`;
}
