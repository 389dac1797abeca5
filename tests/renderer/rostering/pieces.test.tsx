import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as fc from 'fast-check';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { NeededLineDraft } from '../../../renderer/features/rostering/drafts.ts';
import { advanceIn, jumpFrom } from '../../../renderer/features/rostering/grid/movement.ts';
import { readBand } from '../../../renderer/features/rostering/needed/band-text.ts';
import { NeededForm } from '../../../renderer/features/rostering/needed/needed-form.tsx';
import { neededLines, weekdaysText } from '../../../renderer/features/rostering/needed/needed-words.ts';
import { sheetSentence } from '../../../renderer/features/rostering/sheet/sheet-preview.tsx';
import { daysLater } from '../../../renderer/features/rostering/week-dates.ts';
import { fixtureId } from '../../support/week-view.builder.ts';

describe('a band as it is typed', () => {
  it.each<[text: string, start: number | null, length?: number]>([
    ['8-5', 480, 540],
    ['8:30-12', 510, 210],
    ['12-1', 720, 60],
    ['1-5', 780, 240],
    ['0800-1630', 480, 510],
    ['13-17', 780, 240],
    ['7a-7p', 420, 720],
    ['7p-7a', 1140, 720],
    ['8-8', 480, 720],
    ['8 – 5', 480, 540],
    ['8 to 5', 480, 540],
    ['8am-4:30pm', 480, 510],
    ['8', null],
    ['8-25', null],
    ['8-4:75', null],
    ['13p-5', null],
    ['lunch', null],
  ])('%s', (text, startMinute, lengthMinutes) => {
    expect(readBand(text)).toEqual(startMinute === null ? null : { startMinute, lengthMinutes });
  });
});

const requirement = (weekday: number, minimum: number) => ({
  id: fixtureId(7, weekday * 10 + minimum),
  version: 1,
  locationId: fixtureId(0, 1),
  positionId: fixtureId(1, 0),
  weekday,
  startMinute: 480,
  lengthMinutes: 540,
  minimum,
  band: '8–5',
});

describe('people needed in words', () => {
  it.each<[weekdays: number[], text: string]>([
    [[1, 2, 3, 4, 5], 'Mon–Fri'],
    [[1, 3, 4, 5], 'Mon, Wed–Fri'],
    [[6, 7], 'Sat, Sun'],
    [[3], 'Wed'],
    [[5, 1, 2], 'Mon, Tue, Fri'],
    [[1, 2, 3, 4, 5, 6, 7], 'every day'],
  ])('%j', (weekdays, text) => {
    expect(weekdaysText(weekdays)).toBe(text);
  });

  it('joins what differs only by the weekday', () => {
    const lines = neededLines([requirement(2, 3), requirement(1, 2), requirement(3, 2)]);
    expect(lines.map(({ weekdays, minimum }) => [weekdays, minimum])).toEqual([
      [[1, 3], 2],
      [[2], 3],
    ]);
  });

  it('the form says what is missing and saves what was filled in', async () => {
    cleanup();
    const user = userEvent.setup();
    const onSave = vi.fn();
    function Form() {
      const [typed, setTyped] = useState<NeededLineDraft>({
        positionId: 'fd',
        line: null,
        weekdays: [1, 2, 3, 4, 5],
        band: '',
        minimum: '1',
      });
      return <NeededForm typed={typed} refusal={null} onType={setTyped} onSave={onSave} onCancel={() => {}} />;
    }
    render(<Form />);
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(screen.getByRole('alert').textContent).toBe('Write from and to, like 8-5.');
    await user.type(screen.getByRole('textbox', { name: 'From-to' }), '8-12');
    await user.clear(screen.getByRole('textbox', { name: 'At least' }));
    await user.type(screen.getByRole('textbox', { name: 'At least' }), '2');
    await user.click(screen.getByRole('checkbox', { name: 'Fri' }));
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(onSave).toHaveBeenCalledWith({ weekdays: [1, 2, 3, 4], startMinute: 480, lengthMinutes: 240, minimum: 2 });
  });
});

describe('movement', () => {
  const size = { rows: 8, cols: 7 };
  const spot = fc.record({ row: fc.integer({ min: 0, max: 7 }), col: fc.integer({ min: 0, max: 6 }) });

  it('Ctrl and an arrow stay inside and go straight', () => {
    const direction = fc.constantFrom([1, 0], [-1, 0], [0, 1], [0, -1] as const);
    fc.assert(
      fc.property(spot, direction, fc.infiniteStream(fc.boolean()), (from, [rows = 0, cols = 0], stream) => {
        const known = new Map<string, boolean>();
        const filled = (at: { row: number; col: number }): boolean => {
          const key = `${at.row} ${at.col}`;
          if (!known.has(key)) known.set(key, stream.next().value === true);
          return known.get(key) ?? false;
        };
        const to = jumpFrom(from, rows, cols, size, filled);
        expect(to.row).toBeGreaterThanOrEqual(0);
        expect(to.row).toBeLessThan(size.rows);
        expect(to.col).toBeGreaterThanOrEqual(0);
        expect(to.col).toBeLessThan(size.cols);
        expect(Math.sign(to.row - from.row) * rows).toBeGreaterThanOrEqual(0);
        expect(rows === 0 ? to.row : to.col).toBe(rows === 0 ? from.row : from.col);
      }),
    );
  });

  it('walking a block round visits each cell once', () => {
    fc.assert(
      fc.property(spot, spot, fc.constantFrom('down', 'up', 'right', 'left' as const), (one, other, toward) => {
        const span = {
          top: Math.min(one.row, other.row),
          bottom: Math.max(one.row, other.row),
          left: Math.min(one.col, other.col),
          right: Math.max(one.col, other.col),
        };
        const count = (span.bottom - span.top + 1) * (span.right - span.left + 1);
        const seen = new Set<string>();
        let at = { row: span.top, col: span.left };
        for (let step = 0; step < count; step++) {
          seen.add(`${at.row} ${at.col}`);
          at = advanceIn(span, at, toward) ?? at;
        }
        expect(seen.size).toBe(count);
        expect(at).toEqual({ row: span.top, col: span.left });
      }),
    );
  });
});

describe('small words', () => {
  it.each([
    ['2026-11-23', 7, '2026-11-30'],
    ['2026-11-23', -7, '2026-11-16'],
    ['2026-12-28', 7, '2027-01-04'],
    ['2028-02-26', 3, '2028-02-29'],
  ])('%s and %i days', (on, days, later) => {
    expect(daysLater(on, days)).toBe(later);
  });

  it('the sheet’s preview in a sentence', () => {
    const person = { line: 2, name: 'Abbott, Anneke', match: 'known', knownAs: null, position: null } as const;
    const preview = {
      people: [person],
      days: ['2026-11-23'],
      unread: [],
      leftOut: [],
      skipped: [],
      unreadColumns: [],
      counts: { known: 1, created: 0, shifts: 5, timeOff: 1, keptAsText: 2 },
    };
    expect(sheetSentence(preview)).toBe('1 person; 1 day: 5 shifts, 1 off, 2 kept as text.');
  });
});
