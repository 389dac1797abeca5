import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileLog } from '../../../main/hosts/file-log.ts';
import { temporaryFolder } from '../../support/database.ts';
import { steppingClock } from '../../support/ports.ts';

/** What the log holds after one entry. */
function logged(detail: unknown): string {
  const folder = temporaryFolder();
  fileLog(folder, steppingClock()).error('incident 1', detail);
  return readFileSync(join(folder, 'program.log'), 'utf8');
}

function failureOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
}

describe('the log of the program', () => {
  it('keeps where something failed and why', () => {
    const text = logged(new Error('outer', { cause: new Error('inner') }));
    expect(JSON.parse(text)).toMatchObject({
      level: 'error',
      message: 'incident 1',
      detail: { message: 'outer', cause: { message: 'inner' } },
    });
    expect(text).toContain('file-log.test.ts');
  });

  it.each([
    ['what an error carries', Object.assign(new Error('refused'), { parameters: ['Odalys Quimby'] })],
    ['an object', { name: 'Odalys Quimby' }],
    ['what JSON could not be read from', failureOf(() => JSON.parse('Odalys Quimby'))],
    ['what JSON could not be read from, as a cause', new Error('refused', { cause: failureOf(() => JSON.parse('{"a": Odalys Quimby}')) })],
  ])('leaves out %s', (_what, detail) => {
    const text = logged(detail);
    expect(text).toContain('incident 1');
    expect(text).not.toContain('Odalys');
  });
});
