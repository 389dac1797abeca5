import { createCipheriv, createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { TextSearch } from '../../support/text-search.ts';

// As random as what is encrypted, and the same in every run.
const noise = createCipheriv('aes-256-ctr', Buffer.alloc(32, 7), Buffer.alloc(16));
const randomBytes = (length: number): Buffer => noise.update(Buffer.alloc(length));

const text = 'Odalys Quimby';
const search = new TextSearch([text, 'Reed', 'Übel, "Jo"', 'ab']);
const among = (bytes: Uint8Array): Uint8Array => Buffer.concat([randomBytes(5001), bytes, randomBytes(777)]);

describe('looking for texts in bytes', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8', Buffer.from(text.toUpperCase())],
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['hexadecimal digits', Buffer.from(Buffer.from(text).toString('hex'))],
    ['base64', Buffer.from(Buffer.from(text).toString('base64'))],
    ['base64', Buffer.from(Buffer.from(`x${text}y`).toString('base64'))],
    ['base64', Buffer.from(Buffer.from(`xx${text}`).toString('base64url'))],
  ])('finds a text as %s among random bytes', (form, bytes) => {
    expect(search.in(among(bytes))).toEqual([{ text, as: form }]);
  });

  it('finds what JSON escapes', () => {
    expect(search.in(among(Buffer.from(JSON.stringify({ name: 'Übel, "Jo"' }))))).toEqual([{ text: 'Übel, "Jo"', as: 'JSON' }]);
  });

  it('finds a short text as a word of a readable passage, and in UTF-16', () => {
    expect(search.in(among(Buffer.from('{"name":"REED","id":1}')))).toHaveLength(1);
    expect(search.in(among(Buffer.from('it was agreed upon long ago')))).toEqual([]);
    expect(search.in(among(Buffer.from('Reed', 'utf16le')))).toEqual([{ text: 'Reed', as: 'UTF-16' }]);
  });

  it('finds nothing in random bytes, in hashes and in keys', () => {
    const many = new TextSearch(
      Array.from({ length: 3000 }, (_, index) =>
        createHash('sha256')
          .update(`${index}`)
          .digest('base64')
          .slice(0, 4 + (index % 9)),
      ),
    );
    expect(many.in(randomBytes(4_000_000))).toEqual([]);
    const keys = Array.from({ length: 200 }, () => `${randomBytes(32).toString('hex')} ${randomBytes(48).toString('base64')}`).join('\n');
    expect(many.in(Buffer.from(keys))).toEqual([]);
  });
});
