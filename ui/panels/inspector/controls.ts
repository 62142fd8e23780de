// Which control a field gets, by the way Rust says that it is typed. Titles stand at the head and are not here.

import type { Component } from 'svelte';
import type { Control } from '../../shell/types';
import CardField from './fields/CardField.svelte';
import ChannelField from './fields/ChannelField.svelte';
import ChoiceField from './fields/ChoiceField.svelte';
import ChoicesField from './fields/ChoicesField.svelte';
import ColorField from './fields/ColorField.svelte';
import DateField from './fields/DateField.svelte';
import EndField from './fields/EndField.svelte';
import FlagField from './fields/FlagField.svelte';
import IconField from './fields/IconField.svelte';
import ImageField from './fields/ImageField.svelte';
import LineField from './fields/LineField.svelte';
import LinksField from './fields/LinksField.svelte';
import NoteField from './fields/NoteField.svelte';
import NumberField from './fields/NumberField.svelte';
import PickField from './fields/PickField.svelte';
import RatingField from './fields/RatingField.svelte';
import SeriesField from './fields/SeriesField.svelte';
import SpanField from './fields/SpanField.svelte';
import StagesField from './fields/StagesField.svelte';
import StepperField from './fields/StepperField.svelte';
import StepsField from './fields/StepsField.svelte';
import WordsField from './fields/WordsField.svelte';
import YesNoField from './fields/YesNoField.svelte';
import type { ControlProps } from './props';

const controls: Record<Exclude<Control['as'], 'title'>, Component<ControlProps>> = {
  line: LineField,
  words: WordsField,
  note: NoteField,
  rating: RatingField,
  choice: ChoiceField,
  choices: ChoicesField,
  flag: FlagField,
  yes_no: YesNoField,
  number: NumberField,
  stepper: StepperField,
  span: SpanField,
  date: DateField,
  color: ColorField,
  series: SeriesField,
  pick: PickField,
  stages: StagesField,
  card: CardField,
  end: EndField,
  channel: ChannelField,
  icon: IconField,
  image: ImageField,
  links: LinksField,
  steps: StepsField,
};

/** The control of a kind. */
export function control(as: Control['as']): Component<ControlProps> {
  return as === 'title' ? LineField : controls[as];
}
