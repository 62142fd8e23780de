// A moment is what the hand is in the midst of: idle, panning, picking, dragging, writing. One file each.

/** A state of the gestures. A method answers with the next moment; the same one goes on where it answers nothing. */
export interface Moment {
  down?(event: PointerEvent): Moment | undefined;
  move?(event: PointerEvent): Moment | undefined;
  up?(event: PointerEvent): Moment | undefined;
  key?(event: KeyboardEvent): Moment | undefined;
  keyUp?(event: KeyboardEvent): Moment | undefined;
  /** The pointer was taken away, or Escape: leaves no trace. */
  cancel?(): Moment | undefined;
}
