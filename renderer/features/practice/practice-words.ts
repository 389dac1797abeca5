import { positionColours, type PositionColour } from '../../../preload/contract/practice/practice.ts';
import type { ChoiceOption } from '../../ui/form/form-fields.tsx';

/** The days of the week by ISO number. */
export const weekdayOptions: readonly ChoiceOption[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (label, index) => ({ value: String(index + 1), label }),
);

const ownZones: readonly ChoiceOption[] = [
  { value: 'America/New_York', label: 'Eastern (New York)' },
  { value: 'America/Chicago', label: 'Central (Chicago)' },
  { value: 'America/Denver', label: 'Mountain (Denver)' },
  { value: 'America/Phoenix', label: 'Arizona (Phoenix)' },
  { value: 'America/Los_Angeles', label: 'Pacific (Los Angeles)' },
  { value: 'America/Anchorage', label: 'Alaska (Anchorage)' },
  { value: 'Pacific/Honolulu', label: 'Hawaii (Honolulu)' },
];

/** The time zones, those of the United States first. `current` is always among them. */
export function timeZoneOptions(current: string): readonly ChoiceOption[] {
  const known = new Set(ownZones.map(({ value }) => value));
  const others = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current]);
  return [
    ...ownZones,
    ...[...others]
      .filter((zone) => !known.has(zone))
      .toSorted()
      .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
  ];
}

const colourWords: Readonly<Record<PositionColour, string>> = {
  pr: 'Gray',
  fd: 'Blue',
  ma: 'Green',
  rn: 'Pink',
  xr: 'Ochre',
  bl: 'Olive',
  cd: 'Rust',
  lb: 'Violet',
};

/** The colours a position may take, by name. */
export const colourOptions: readonly ChoiceOption[] = positionColours.map((value) => ({ value, label: colourWords[value] }));
