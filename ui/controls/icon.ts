// What an icon is to the controls: any component that draws itself at a size.
import type { LucideIcon } from '@lucide/svelte';

/** A drawing of the icon set, or one of ours of the same kind. */
export type IconComponent = LucideIcon;
