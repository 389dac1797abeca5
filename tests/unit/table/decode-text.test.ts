import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../main/kernel/table/decode-text.ts';

const text = 'Name;Job\nJosé Núñez;“Front” desk – 8½ €';

describe('decodeText', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()])],
    ['UTF-16 LE without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE without a mark', Buffer.from(text, 'utf16le').swap16()],
  ])('reads %s', (_kind, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  test('reads Windows-1252 where the bytes are not UTF-8', () => {
    const bytes = Uint8Array.from([0x4a, 0x6f, 0x73, 0xe9, 0x2c, 0x93, 0x41, 0x94, 0x20, 0x96, 0x20, 0x80]);
    expect(decodeText(bytes)).toBe('José,“A” – €');
  });

  test('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => typeof decodeText(bytes) === 'string'));
  });

  test('gives back any text written as UTF-8 with a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(written)]);
        expect(decodeText(bytes)).toBe(Buffer.from(written).toString());
      }),
    );
  });
});
