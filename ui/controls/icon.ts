// What an icon is to the controls: any component that draws itself at a size.
import type { Component } from 'svelte';
import type { IconProps } from '@lucide/svelte';

/** A drawing of the icon set, or one of ours of the same kind. */
export type IconComponent = Component<IconProps>;
