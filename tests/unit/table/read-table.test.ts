import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../main/kernel/table/read-table.ts';
import type { TableResult } from '../../../main/kernel/table/table.ts';

async function xlsx(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('Staff'), workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const rowsOf = (result: TableResult) => (result.ok ? result.table.rows : result.message);

describe('readTable on spreadsheets', () => {
  test('gives each cell as a person sees it', async () => {
    const bytes = await xlsx((sheet) => {
      const cells: [unknown, string?][] = [
        ['  Ann Lee '],
        [new Date(Date.UTC(2026, 10, 3)), 'mm/dd/yyyy'],
        [0.3333, 'h:mm'],
        [17.5 / 24, 'h:mm AM/PM'],
        [8.5 / 24, '[h]:mm'],
        [32 / 24, '[h]:mm'],
        [new Date(Date.UTC(2026, 10, 3, 8, 30)), 'yyyy-mm-dd hh:mm'],
        [8.1 + 0.2, '0.00'],
        [{ richText: [{ text: '8-5 ' }, { text: 'EAST', font: { bold: true } }] }],
        [{ formula: 'A1&"x"', result: 'done' }],
        [{ formula: '1/0', result: { error: '#DIV/0!' } }],
        [{ text: 'ann@example.test', hyperlink: 'mailto:ann@example.test' }],
        [true],
      ];
      for (const [index, [value, format]] of cells.entries()) {
        const cell = sheet.getCell(1, index + 1);
        cell.value = value as ExcelJS.CellValue;
        if (format) cell.numFmt = format;
      }
    });
    expect(rowsOf(await readTable('staff.csv', bytes))).toEqual([
      [
        'Ann Lee',
        '2026-11-03',
        '8:00',
        '17:30',
        '8:30',
        '32:00',
        '2026-11-03 8:30',
        '8.3',
        '8-5 EAST',
        'done',
        '#DIV/0!',
        'ann@example.test',
        'TRUE',
      ],
    ]);
  });

  test('takes the first filled sheet that is shown, keeps lines, and shows a merged cell once', async () => {
    const bytes = await xlsx((sheet, workbook) => {
      sheet.getCell('A1').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEEEEE' } };
      const hidden = workbook.addWorksheet('Old', { state: 'hidden' });
      hidden.addRow(['hidden']);
      const week = workbook.addWorksheet('Week');
      week.getCell('A2').value = 'Week of Nov 16';
      week.mergeCells('A2:C2');
      week.getCell('A4').value = 'Ann';
      week.getCell('C4').value = '8-5';
    });
    const result = await readTable('x.xlsx', bytes);
    expect(result).toEqual({
      ok: true,
      table: {
        rows: [
          ['Week of Nov 16', '', ''],
          ['Ann', '', '8-5'],
        ],
        lines: [2, 4],
        firstLine: 2,
      },
    });
  });

  test('refuses too many rows before the sheet is taken apart, and does not count rows that are only coloured', async () => {
    const many = await xlsx((sheet) => {
      for (let row = 0; row < 20_001; row += 1) sheet.addRow([row]);
    });
    expect(await readTable('many.xlsx', many)).toMatchObject({ ok: false, code: 'too_many_rows' });
    const coloured = await xlsx((sheet) => {
      sheet.addRow(['Ann', 'MA']);
      for (let row = 2; row < 20_100; row += 1)
        sheet.getCell(row, 1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEEEEE' } };
    });
    expect(rowsOf(await readTable('coloured.xlsx', coloured))).toEqual([['Ann', 'MA']]);
  });

  test('an empty workbook says so', async () => {
    expect(await readTable('x.xlsx', await xlsx(() => undefined))).toMatchObject({ ok: false, code: 'empty' });
  });

  test('a spreadsheet cut off at any place is refused or read, never thrown', async () => {
    const bytes = await xlsx((sheet) => sheet.addRow(['Ann', 'MA']));
    for (let length = 4; length < bytes.length; length += 211) {
      expect(await readTable('cut.xlsx', bytes.subarray(0, length))).toMatchObject({ ok: false, code: 'unreadable' });
    }
  });
});

/** A zip archive of stored files, with the sizes its directory claims. */
function zip(files: readonly { name: string; content: Buffer; claimed?: number; method?: number }[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed = content.length, method = 0 } of files) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt32LE(claimed, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(content.length, 20);
    entry.writeUInt32LE(claimed, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), content);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

describe('readTable on what is no spreadsheet', () => {
  const workbook = { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') };
  test.each<[string, Uint8Array, string]>([
    ['a text document', zip([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]), 'not_a_table'],
    ['a directory that claims gigabytes', zip([workbook, { name: 'a', content: Buffer.from('a'), claimed: 4_000_000_000 }]), 'too_large'],
    ['a directory that lies about a size', zip([workbook, { name: 'a', content: Buffer.alloc(5000, 65), claimed: 10 }]), 'too_large'],
    ['zip magic and nothing else', Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 'unreadable'],
    ['an old .xls', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]), 'old_spreadsheet'],
    [
      'a spreadsheet with a password',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(500), Buffer.from('EncryptedPackage', 'utf16le')]),
      'password',
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'not_a_table'],
    ['a web page called .xls', Buffer.from('<html><table><tr><td>Ann</td></tr></table></html>'), 'not_a_table'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3, 4, 5, 6]), 'not_a_table'],
    ['nothing', new Uint8Array(), 'empty'],
  ])('refuses %s with a sentence that says what to do', async (_what, bytes, code) => {
    const result = await readTable('staff.csv', bytes);
    expect(result).toMatchObject({ ok: false, code });
    expect(result.ok ? '' : result.message).toMatch(/\.$/);
  });

  test('reads text whatever the file is called', async () => {
    expect(rowsOf(await readTable('staff.xlsx', Buffer.from('Name;Job\nJos\xe9;MA', 'latin1')))).toEqual([
      ['Name', 'Job'],
      ['José', 'MA'],
    ]);
  });
});
