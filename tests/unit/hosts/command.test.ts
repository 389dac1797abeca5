import { describe, expect, it } from 'vitest';
import { readCommand, withFile } from '../../../main/hosts/cli/command.ts';
import { nearestNames } from '../../../main/hosts/cli/nearest.ts';

describe('readCommand', () => {
  it.each([
    [['--list'], { kind: 'list' }],
    [['people.list'], { kind: 'call', procedure: 'people.list', input: undefined, data: undefined, demo: false, file: undefined }],
    [
      ['people.list', '{"active":true}', '--data', 'here', '--demo'],
      { kind: 'call', procedure: 'people.list', input: { active: true }, data: 'here', demo: true, file: undefined },
    ],
    [
      ['--file', 'staff.csv', 'people.import.preview', '[1]'],
      { kind: 'call', procedure: 'people.import.preview', input: [1], data: undefined, demo: false, file: 'staff.csv' },
    ],
  ])('%o', (args, expected) => {
    expect(readCommand(args)).toEqual(expected);
  });

  it.each([
    [[], /^Write: office/],
    [['a.b', '{"a":'], /not JSON to its end/],
    [['a.b', "{'a':1}"], /not JSON at character 2,/],
    [['a.b', '{"a":1,}'], /not JSON at character 8,/],
    [['a.b', '{"a":1', '}'], /in quotes/],
    [['a.b', '--unknown'], /--unknown/],
    [['a.b', '--data'], /--data/],
  ])('%o is refused: %s', (args, message) => {
    expect(() => readCommand(args)).toThrow(expect.objectContaining({ code: 'invalid_input', message: expect.stringMatching(message) }));
  });
});

describe('withFile', () => {
  it.each([
    [undefined, { source: { file: 'h' } }],
    [{ mapping: [] }, { mapping: [], source: { file: 'h' } }],
    [{ source: {} }, { source: { file: 'h' } }],
    [{ source: { text: 'a' } }, { source: { text: 'a' }, file: 'h' }],
  ])('%o', (input, expected) => {
    expect(withFile(input, 'h')).toEqual(expected);
  });

  it('goes by the field that the procedure has', () => {
    const schema = { type: 'object', properties: { subject: {}, file: {} } };
    expect(withFile({ subject: 1 }, 'h', schema)).toEqual({ subject: 1, file: 'h' });
  });
});

describe('nearestNames', () => {
  const names = ['people.list', 'people.get', 'people.import.preview', 'rostering.week.publish', 'system.info'];

  it.each([
    ['people.lst', 'people.list'],
    ['peple.get', 'people.get'],
    ['week.publish', 'rostering.week.publish'],
    ['SYSTEM.INFO', 'system.info'],
  ])('%s is nearest to %s', (wanted, expected) => {
    expect(nearestNames(wanted, names)[0]).toBe(expected);
  });

  it('offers nothing for what is like nothing', () => {
    expect(nearestNames('zzz', names)).toEqual([]);
    expect(nearestNames('', names)).toEqual([]);
  });
});
