import { GripVertical } from 'lucide-react';
import type { PersonView } from '../../../preload/contract/people/people.ts';
import type { PositionView, PracticeView } from '../../../preload/contract/practice/practice.ts';
import { shortDate } from '../../ui/dates.ts';
import { PositionTag } from '../../ui/position-tag.tsx';
import type { Column } from '../../ui/table/column.ts';
import { weeklyHoursText } from './hours-text.ts';
import { dollarsText } from '../../ui/money-text.ts';
import styles from './people.module.css';
import { classWords, levelWords, payRateOn } from './people-words.ts';

/** Attribute that names the person of a row, for moving it. */
export const personAttribute = 'data-person-id';

/** The columns of the list: pay only where it may be seen, the location only where there are several. */
export function peopleColumns(practice: PracticeView, showPay: boolean): readonly Column<PersonView>[] {
  const { today, locations } = practice;
  const positions = new Map(practice.positions.map((position) => [position.id, position]));
  const held = (person: PersonView) => tagsOf(person, positions);
  const locationName = (person: PersonView) => locations.find(({ id }) => id === person.homeLocationId)?.name ?? '';
  const dates = (from: string | null, to: string | null) =>
    [from && `from ${shortDate(from, today)}`, to && `to ${shortDate(to, today)}`].filter(Boolean).join(' ');

  const columns: (Column<PersonView> | null)[] = [
    {
      key: 'name',
      head: 'Name',
      width: 'minmax(10rem, 2fr)',
      text: ({ name, givenName, familyName }) => `${name} ${givenName} ${familyName}`,
      sort: ({ familyName, givenName }) => `${familyName} ${givenName}`,
      cell: ({ id, name, activeTo }) => (
        <span className={styles.name} {...{ [personAttribute]: id }} draggable>
          <GripVertical className={styles.grip} size={14} strokeWidth={1.5} aria-hidden />
          <span className={styles.words} data-gone={(activeTo !== null && activeTo < today) || undefined}>
            {name}
          </span>
        </span>
      ),
    },
    {
      key: 'positions',
      head: 'Position',
      width: 'minmax(7rem, 1.4fr)',
      text: (person) =>
        held(person)
          .map(({ position }) => `${position.code} ${position.name}`)
          .join(' '),
      sort: (person) => held(person)[0]?.position.name ?? '',
      cell: (person) => (
        <span className={styles.tags}>
          {held(person).map(({ position, level }) => (
            <span key={position.id} data-level={level}>
              <PositionTag
                code={position.code}
                colour={position.colour}
                name={level === 'primary' ? position.name : `${position.name}, ${levelWords[level].toLowerCase()}`}
              />
            </span>
          ))}
        </span>
      ),
    },
    {
      key: 'hours',
      head: 'Hours a week',
      width: '6rem',
      number: true,
      sort: ({ weeklyMinutes }) => weeklyMinutes,
      cell: ({ weeklyMinutes }) => weeklyHoursText(weeklyMinutes),
    },
    {
      key: 'class',
      head: 'Class',
      width: 'minmax(7.75rem, 0.8fr)',
      secondary: true,
      text: ({ employmentClass, exempt }) => `${classWords[employmentClass]}${exempt ? ', exempt' : ''}`,
      cell: ({ employmentClass, exempt }) => `${classWords[employmentClass]}${exempt ? ', exempt' : ''}`,
    },
    { key: 'phone', head: 'Phone', width: 'minmax(7.5rem, 1fr)', text: ({ phone }) => phone, cell: ({ phone }) => phone },
    locations.length > 1
      ? {
          key: 'location',
          head: 'Location',
          width: 'minmax(6rem, 1fr)',
          secondary: true,
          text: locationName,
          cell: locationName,
        }
      : null,
    {
      key: 'dates',
      head: 'Works here',
      width: 'minmax(7rem, 1.2fr)',
      secondary: true,
      sort: ({ activeFrom, activeTo }) => activeTo ?? activeFrom ?? '',
      cell: ({ activeFrom, activeTo }) => dates(activeFrom, activeTo),
    },
    showPay
      ? {
          key: 'pay',
          head: 'Pay an hour',
          width: '6rem',
          number: true,
          secondary: true,
          sort: (person) => payRateOn(person, today)?.centsPerHour ?? '',
          cell: (person) => {
            const rate = payRateOn(person, today);
            return rate ? `$${dollarsText(rate.centsPerHour)}` : '';
          },
        }
      : null,
  ];
  return columns.filter((column) => column !== null);
}

/** A person's positions, their own first. */
function tagsOf(person: PersonView, positions: ReadonlyMap<string, PositionView>) {
  return person.positions
    .flatMap(({ positionId, level }) => {
      const position = positions.get(positionId);
      return position ? [{ position, level }] : [];
    })
    .toSorted((one, other) => Number(other.level === 'primary') - Number(one.level === 'primary'));
}
