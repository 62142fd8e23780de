// What the controls of the inspector are given.

import type { Control, InspectedField, RecordId } from '../../shell/types';
import type { Acts } from '../acts.svelte';

/** What every control is given. */
export interface ControlProps {
  acts: Acts;
  field: InspectedField;
  records: readonly RecordId[];
  /** The id of the element that says what it is called. */
  label: string;
}

/** A field's control of one kind. */
export type As<Kind extends Control['as']> = Extract<Control, { as: Kind }>;
