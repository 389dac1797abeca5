import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileTypes } from '../../../preload/contract/attachments/attachments.ts';
import { cleanFileName } from '../../../main/features/attachments/domain/clean-name.ts';

describe('the name of a file that was added', () => {
  it.each([
    ['contract.pdf', 'pdf', 'contract.pdf'],
    ['Scan.PDF', 'pdf', 'Scan.PDF'],
    ['photo.jpeg', 'jpeg', 'photo.jpeg'],
    ['photo.png', 'jpeg', 'photo.jpg'],
    ['no extension', 'text', 'no extension.txt'],
    ['report.v2', 'pdf', 'report.v2.pdf'],
    ['../../etc/passwd', 'text', 'passwd.txt'],
    ['..\\..\\windows\\win.ini', 'text', 'win.ini.txt'],
    ['/etc/shadow', 'text', 'shadow.txt'],
    ['C:\\Users\\dana\\letter.docx', 'docx', 'letter.docx'],
    ['\\\\server\\share\\letter.docx', 'docx', 'letter.docx'],
    ['CON', 'pdf', 'File CON.pdf'],
    ['con.pdf', 'pdf', 'File con.pdf'],
    ['LPT1.tar.pdf', 'pdf', 'File LPT1.tar.pdf'],
    ['COM¹.pdf', 'pdf', 'File COM¹.pdf'],
    ['letter.txt:hidden.exe', 'text', 'letter.txt hidden.txt'],
    ['letter.pdf::$DATA', 'pdf', 'letter.pdf $DATA.pdf'],
    ['setup.exe', 'text', 'setup.txt'],
    ['page.html', 'text', 'page.txt'],
    ['invoice\u202Efdp.exe', 'pdf', 'invoicefdp.pdf'],
    ['a\0b.pdf', 'pdf', 'ab.pdf'],
    ['line\r\nbreak.pdf', 'pdf', 'linebreak.pdf'],
    ['   ', 'pdf', 'File.pdf'],
    ['...', 'pdf', 'File.pdf'],
    ['.htaccess', 'text', 'htaccess.txt'],
    ['name. . .', 'pdf', 'name.pdf'],
    ['<img src=x>.png', 'png', 'img src=x.png'],
  ] as const)('%j of a %s is %j', (given, type, clean) => {
    expect(cleanFileName(given, type)).toBe(clean);
  });

  it('is cut at 100 characters and 200 bytes, between whole characters, and keeps its extension', () => {
    expect(cleanFileName(`${'a'.repeat(300)}.pdf`, 'pdf')).toMatch(/^a{80,96}\.pdf$/);
    const families = cleanFileName('👩‍👩‍👧'.repeat(60), 'pdf');
    expect(families).toMatch(/^(👩👩👧|👩‍👩‍👧)+\.pdf$/u);
    expect(new TextEncoder().encode(families).length).toBeLessThanOrEqual(200);
  });

  it('can always be a name on every system', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.string({ unit: fc.constantFrom(...'./\\:*?<>|"CON \0\u202e'), maxLength: 40 }),
    );
    fc.assert(
      fc.property(nasty, fc.constantFrom(...fileTypes), (given, type) => {
        const name = cleanFileName(given, type);
        expect(name).toMatch(/^[^/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+\.[a-zA-Z]{2,4}$/u);
        expect(name).not.toMatch(/^[. ]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(name.length).toBeLessThanOrEqual(100);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
        expect(cleanFileName(name, type)).toBe(name);
      }),
    );
  });
});
