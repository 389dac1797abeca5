import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text on a page, in points from its lower left corner. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The pieces of text of each page of a PDF file. */
export async function readPdf(file: string): Promise<readonly (readonly PdfText[])[]> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const pages: PdfText[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const transform: readonly unknown[] = item.transform;
        return [{ text: item.str, x: Number(transform[4]), y: Number(transform[5]) }];
      }),
    );
  }
  await document.destroy();
  return pages;
}

/** A page's lines from the top, each read from left to right without blanks. Pieces within `apart` points of height share a line. */
export function linesOf(page: readonly PdfText[], apart = 2): string[] {
  const lines: { y: number; pieces: PdfText[] }[] = [];
  for (const piece of page.toSorted((one, other) => other.y - one.y)) {
    const line = lines.find(({ y }) => Math.abs(y - piece.y) <= apart);
    if (line) line.pieces.push(piece);
    else lines.push({ y: piece.y, pieces: [piece] });
  }
  return lines.map(({ pieces }) =>
    pieces
      .toSorted((one, other) => one.x - other.x)
      .map(({ text }) => text)
      .join('')
      .replace(/\s+/g, ''),
  );
}
