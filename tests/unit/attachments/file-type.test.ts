import { describe, expect, it } from 'vitest';
import { fileTypeOf } from '../../../main/features/attachments/domain/file-type.ts';
import { imageSizeOf, isTooLarge } from '../../../main/features/attachments/domain/image-size.ts';
import { buildPng } from '../../support/picture.builder.ts';
import { buildZip } from '../../support/zip.builder.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const latin = (words: string): Uint8Array => Buffer.from(words, 'latin1');
const types = (contentType: string): string => `<Types><Override PartName="/x" ContentType="${contentType}"/></Types>`;
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

describe('what a file is', () => {
  it.each<[string, Uint8Array | Promise<Uint8Array>, string | undefined]>([
    ['a PNG', buildPng(), 'png'],
    ['a JPEG', latin('\xff\xd8\xff\xe0....'), 'jpeg'],
    ['a GIF', latin('GIF89a\x01\0\x01\0'), 'gif'],
    ['a WebP', latin('RIFF\0\0\0\0WEBPVP8L'), 'webp'],
    ['a sound in the same wrapper', latin('RIFF\0\0\0\0WAVEfmt '), undefined],
    ['a PDF', text('%PDF-1.7\n'), 'pdf'],
    ['a Word document', buildZip({ '[Content_Types].xml': types(word), 'word/document.xml': '<w/>' }), 'docx'],
    ['an Excel workbook', buildZip({ '[Content_Types].xml': types(excel), 'xl/workbook.xml': '<w/>' }), 'xlsx'],
    ['a document with macros', buildZip({ '[Content_Types].xml': types(word), 'word/vbaProject.bin': 'x' }), undefined],
    ['a document that holds a program', buildZip({ '[Content_Types].xml': types(word), 'word/setup.exe': 'MZ' }), undefined],
    ['a zip of anything', buildZip({ 'a.txt': 'a' }), undefined],
    ['plain text', text('Dear Dana,\nthank you.'), 'text'],
    ['text of an older Windows', latin('Zeugnis f\xfcr Frau M\xfcller'), 'text'],
    ['CSV', text('name,hours\nAna,8\nBo,7'), 'csv'],
    ['a web page', text('<!doctype html><script>alert(1)</script>'), undefined],
    ['a drawing that can hold scripts', text(' <svg xmlns="http://www.w3.org/2000/svg"/>'), undefined],
    ['a program of Windows', latin('MZ\x90\0\x03\0\0\0'), undefined],
    ['a program of Linux', latin('\x7fELF\x02\x01\x01\0'), undefined],
    ['an older Word document', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), undefined],
    ['text with a NUL', text('a\0b'), undefined],
    ['nothing', new Uint8Array(), undefined],
    ['blanks', text('  \n '), undefined],
  ])('%s', async (_what, bytes, type) => {
    expect(fileTypeOf(await bytes)).toBe(type);
  });
});

const jpegFrame = (marker: number, height: number, width: number) => [
  0xff,
  marker,
  0,
  11,
  8,
  height >> 8,
  height & 255,
  width >> 8,
  width & 255,
  1,
  1,
  17,
  0,
];

describe('the size of a picture, from its head', () => {
  it.each([
    ['png', buildPng({ width: 3, height: 2 }), { width: 3, height: 2 }],
    ['gif', latin('GIF89a\x10\x27\x02\0'), { width: 10_000, height: 2 }],
    ['jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, ...jpegFrame(0xc0, 600, 800)]), { width: 800, height: 600 }],
    ['jpeg', new Uint8Array([0xff, 0xd8, ...jpegFrame(0xc0, 6, 8), ...jpegFrame(0xc2, 600, 800)]), { width: 800, height: 600 }],
    [
      'jpeg',
      new Uint8Array([0xff, 0xd8, ...jpegFrame(0xc0, 6, 8), 0xff, 0xd9, ...jpegFrame(0xc0, 60_000, 60_000)]),
      { width: 8, height: 6 },
    ],
    ['webp', latin(`RIFF....WEBPVP8 ....${'.'.repeat(6)}\x20\x03\x58\x02`), { width: 800, height: 600 }],
    ['webp', latin('RIFF....WEBPVP8X....\0\0\0\0\x1f\x03\0\x57\x02\0'), { width: 800, height: 600 }],
    ['png', latin('\x89PNG\r\n\x1a\n'), undefined],
    ['jpeg', latin('\xff\xd8\xff'), undefined],
    ['webp', latin('RIFF....WEBPVP8 '), undefined],
  ] as const)('%s', (type, bytes, size) => {
    expect(imageSizeOf(type, bytes)).toEqual(size);
  });

  it.each([
    [{ width: 8000, height: 6000 }, false],
    [{ width: 8000, height: 7000 }, true],
    [{ width: 16_385, height: 1 }, true],
  ])('%j is too large: %s', (size, large) => {
    expect(isTooLarge(size)).toBe(large);
  });
});
