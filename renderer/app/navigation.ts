import { CalendarRange, SlidersHorizontal, Users, type LucideIcon } from 'lucide-react';

/** A place of the rail. */
export interface Destination {
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly shortcut: string;
  /** Stands at the foot of the rail. */
  readonly last?: boolean;
}

/** The rail, top to bottom: only what works. A feature adds its line here. */
export const destinations: readonly Destination[] = [
  { path: '/schedule', label: 'Schedule', icon: CalendarRange, shortcut: 'Alt+1' },
  { path: '/people', label: 'People', icon: Users, shortcut: 'Alt+2' },
  { path: '/settings', label: 'Settings', icon: SlidersHorizontal, shortcut: 'Alt+9', last: true },
];

/** Where the app opens. */
export const home = '/schedule';
