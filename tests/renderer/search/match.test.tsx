import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesWords, piecesOf } from '../../../renderer/features/search/match.ts';
import { paletteSections, readQuery } from '../../../renderer/features/search/palette-results.ts';

const action = (id: string, label: string, group: 'View' | 'Schedule') => ({ id, label, group, perform: () => {} });

const marked = (text: string, query: string) =>
  piecesOf(text, query)
    .map((piece) => (piece.match ? `[${piece.text}]` : piece.text))
    .join('');

describe('piecesOf', () => {
  it.each([
    ['Gloria Sato', 'glo', '[Glo]ria Sato'],
    ['Gloria Sato', 'sa glo', '[Glo]ria [Sa]to'],
    ['Gloria Sato', 'ria', 'Gloria Sato'],
    ['Tomás Rivera', 'tomas', '[Tomás] Rivera'],
    ['Tomas Rivera', 'TOMÁS', '[Tomas] Rivera'],
    ['Mary-Jane Ho', 'jane', 'Mary-[Jane] Ho'],
    ['Gloria Sato', '', 'Gloria Sato'],
  ])('%s looked for with "%s": %s', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('loses and adds nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, query) => {
        const pieces = piecesOf(text, query);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.map((piece) => piece.at)).toEqual(
          pieces.map(
            (_, index) =>
              pieces
                .slice(0, index)
                .map((p) => p.text)
                .join('').length,
          ),
        );
      }),
    );
  });
});

describe('matchesWords', () => {
  it.each([
    ['Go to Schedule', 'sche', true],
    ['Go to Schedule', 'go sch', true],
    ['Go to Schedule', 'edule', false],
    ['Go to Schedule', 'sch people', false],
    ['Go to Schedule', '', true],
  ])('%s, "%s": %s', (text, query, expected) => {
    expect(matchesWords(text, query)).toBe(expected);
  });
});

describe('the palette', () => {
  const found = {
    people: [{ id: 'p', name: 'Gloria Sato', positionCode: null, positionColour: null, locationName: null, phone: '', activeTo: null }],
    shifts: [],
    items: [],
    vendors: [],
  };
  const titles = (entry: string) =>
    paletteSections(readQuery(entry), found, [action('a', 'Dark colors', 'View'), action('b', 'Drop the week', 'Schedule')]).map(
      ({ title, items }) => `${title} ${items.length}`,
    );

  it.each([
    ['d', ['People 1', 'Commands 2']],
    ['@d', ['People 1']],
    ['> dark', ['Commands 1']],
    ['>', ['Commands 2']],
    ['>nothing', []],
  ])('"%s" offers %j', (entry, expected) => {
    expect(titles(entry)).toEqual(expected);
  });

  it('puts the commands of the screen before those of the whole app', () => {
    const [section] = paletteSections(readQuery('>'), undefined, [action('a', 'Dark colors', 'View'), action('b', 'Drop', 'Schedule')]);
    expect(section?.items.map(({ key }) => key)).toEqual(['action-b', 'action-a']);
  });
});
