import type { Paper } from '../../preload/contract/practice/practice.ts';

/** Points in a millimetre. */
export const pointsPerMillimetre = 72 / 25.4;
/** White on every side, in mm; printers do not reach the edge. */
export const marginMillimetres = 10;
/** What is kept free at the foot, in mm, so that a rounded height never opens an empty page. */
const spareMillimetres = 0.3;

/** A landscape sheet: its whole size in mm, and the box within the margins in points. */
export interface Sheet {
  readonly paper: Paper;
  readonly widthMillimetres: number;
  readonly heightMillimetres: number;
  readonly width: number;
  readonly height: number;
}

const landscape = (paper: Paper, widthMillimetres: number, heightMillimetres: number): Sheet => ({
  paper,
  widthMillimetres,
  heightMillimetres,
  width: (widthMillimetres - 2 * marginMillimetres) * pointsPerMillimetre,
  height: (heightMillimetres - 2 * marginMillimetres - spareMillimetres) * pointsPerMillimetre,
});

/** The papers a week is printed on (ANSI Y14.1 Letter, ISO 216 A4), lying. */
export const sheets: Readonly<Record<Paper, Sheet>> = {
  letter: landscape('letter', 279.4, 215.9),
  a4: landscape('a4', 297, 210),
};

/** CSS pixels in a millimetre. */
export const pixelsPerMillimetre = 96 / 25.4;

export const paperNames: Readonly<Record<Paper, string>> = { letter: 'Letter', a4: 'A4' };
