import { CalendarCheck, CalendarRange, Package, SlidersHorizontal, Users, type LucideIcon } from 'lucide-react';

/** A place of the rail. */
export interface Destination {
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly shortcut: string;
  /** The procedure one must be able to call for the place to be of use. */
  readonly needs?: string;
  /** Left out for whoever may call this: they have a better place for the same. */
  readonly insteadOf?: string;
  /** Stands at the foot of the rail. */
  readonly last?: boolean;
}

/** The rail, top to bottom: only what works. A feature adds its line here. */
const destinations: readonly Destination[] = [
  { path: '/schedule', label: 'Schedule', icon: CalendarRange, shortcut: 'Alt+1', needs: 'rostering.week.get' },
  {
    path: '/week',
    label: 'Week',
    icon: CalendarCheck,
    shortcut: 'Alt+1',
    needs: 'rostering.week.published',
    insteadOf: 'rostering.week.get',
  },
  { path: '/supplies', label: 'Supplies', icon: Package, shortcut: 'Alt+3', needs: 'supplies.catalogue.item.list' },
  { path: '/people', label: 'People', icon: Users, shortcut: 'Alt+2', needs: 'people.list' },
  { path: '/settings', label: 'Settings', icon: SlidersHorizontal, shortcut: 'Alt+9', last: true },
];

type May = (path: string) => boolean;

/** The places of whoever is here. */
export function destinationsOf(may: May): readonly Destination[] {
  return destinations.filter(({ needs, insteadOf }) => (needs === undefined || may(needs)) && !(insteadOf !== undefined && may(insteadOf)));
}

/** Where the app opens. */
export const homeOf = (may: May): string => destinationsOf(may)[0]?.path ?? '/settings';
