// What a list to pick from is made of.

/** An entry of a list to pick from. */
export interface PickEntry {
  value: string;
  label: string;
  /** A second line. */
  more?: string;
}
