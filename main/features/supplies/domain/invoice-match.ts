import type { Id } from '../../../../preload/contract/shared/primitives.ts';
import { costOf } from './unit-price.ts';
import { counted, dollars, plainNumber, type Said, type UnitWords } from './words.ts';

/** A line of a bill beside what was ordered and what came. Quantities in packs and base units, prices in cents per pack. */
export interface InvoiceLineFacts {
  /** Of the order's line, or of the bill's where it was not ordered. */
  readonly id: Id;
  /** As in a sentence: "Exam gloves M". */
  readonly name: string;
  /** Null for what was not ordered. */
  readonly ordered: { readonly unitsPerPack: number; readonly packCents: number } | null;
  /** Base units that came and were not billed before. */
  readonly receivedUnits: number;
  readonly billed: { readonly packs: number; readonly unitsPerPack: number; readonly packCents: number };
  readonly unit: UnitWords;
}

export interface MatchTolerance {
  /** Ten thousandths of the ordered price. */
  readonly priceBasisPoints: number;
  /** Of a line in all; the larger of the two counts. */
  readonly priceCents: number;
  /** Ten thousandths of what came. */
  readonly quantityBasisPoints: number;
}

export type VarianceCode = 'not_ordered' | 'not_received' | 'billed_less' | 'other_pack' | 'price_above' | 'price_below';

/** One thing that differs. `cents` is what the bill asks too much, below 0 too little. */
export interface Variance extends Said<VarianceCode> {
  readonly cents: number;
  /** Small enough to be paid without a question. */
  readonly tolerated: boolean;
}

export interface MatchedLine {
  readonly id: Id;
  readonly variances: readonly Variance[];
  readonly billedCents: number;
  /** What came, at the price that was ordered. */
  readonly expectedCents: number;
}

/** `matched`: all the same. `within_tolerance`: small differences only. `differs`: somebody has to decide. */
export type MatchStatus = 'matched' | 'within_tolerance' | 'differs';

export interface InvoiceMatch {
  readonly status: MatchStatus;
  readonly lines: readonly MatchedLine[];
  /** Differences of the bill as a whole. */
  readonly bill: readonly Said<'sum_wrong' | 'freight_differs'>[];
  readonly billedCents: number;
  readonly expectedCents: number;
}

export interface InvoiceFacts {
  readonly lines: readonly InvoiceLineFacts[];
  readonly freightCents: number;
  /** As the order's terms say; null when not known. */
  readonly expectedFreightCents: number | null;
  readonly taxCents: number;
  readonly totalCents: number;
  readonly tolerance: MatchTolerance;
}

/**
 * Three-way match: each line of a bill against order and receipt. A bill line is in the pack of the order, at its price, for what came and no
 * more: nothing that is still to come (Medline's rules for its suppliers, supplies reference section 4).
 */
export function matchInvoice(facts: InvoiceFacts): InvoiceMatch {
  const lines = facts.lines.map((line) => matchLine(line, facts.tolerance));
  const sum = (of: (line: MatchedLine) => number): number => lines.reduce((total, line) => total + of(line), 0);
  const billedLines = sum(({ billedCents }) => billedCents);
  const bill: Said<'sum_wrong' | 'freight_differs'>[] = [];
  const counted = billedLines + facts.freightCents + facts.taxCents;
  if (counted !== facts.totalCents)
    bill.push({
      code: 'sum_wrong',
      sentence: `Lines, freight and tax are ${dollars(counted)}, the bill says ${dollars(facts.totalCents)}.`,
      numbers: { counted, total: facts.totalCents },
    });
  const expectedFreight = facts.expectedFreightCents ?? facts.freightCents;
  if (facts.freightCents !== expectedFreight)
    bill.push({
      code: 'freight_differs',
      sentence: `Freight is ${dollars(facts.freightCents)}, ${dollars(expectedFreight)} was agreed.`,
      numbers: { freight: facts.freightCents, expected: expectedFreight },
    });
  const variances = lines.flatMap((line) => line.variances);
  const differs = bill.length > 0 || variances.some(({ tolerated }) => !tolerated);
  return {
    status: differs ? 'differs' : variances.length > 0 ? 'within_tolerance' : 'matched',
    lines,
    bill,
    billedCents: facts.totalCents,
    expectedCents: sum(({ expectedCents }) => expectedCents) + expectedFreight + facts.taxCents,
  };
}

function matchLine(line: InvoiceLineFacts, tolerance: MatchTolerance): MatchedLine {
  const { id, name, ordered, receivedUnits, billed, unit } = line;
  const billedCents = billed.packs * billed.packCents;
  const billedUnits = billed.packs * billed.unitsPerPack;
  if (!ordered)
    return {
      id,
      billedCents,
      expectedCents: 0,
      variances: [
        {
          code: 'not_ordered',
          cents: billedCents,
          tolerated: false,
          sentence: `${name} was not ordered; ${dollars(billedCents)} is billed.`,
          numbers: { billedCents },
        },
      ],
    };
  const orderedPrice = { cents: ordered.packCents, baseUnits: ordered.unitsPerPack };
  const variances: Variance[] = [];
  if (billed.unitsPerPack !== ordered.unitsPerPack)
    variances.push({
      code: 'other_pack',
      cents: 0,
      tolerated: false,
      sentence: `${name} is billed in packs of ${plainNumber(billed.unitsPerPack)}, ordered in packs of ${plainNumber(ordered.unitsPerPack)}.`,
      numbers: { billedUnitsPerPack: billed.unitsPerPack, orderedUnitsPerPack: ordered.unitsPerPack },
    });
  if (billedUnits !== receivedUnits)
    variances.push(quantityVariance(line, billedUnits, costOf(orderedPrice, billedUnits - receivedUnits), tolerance));
  // What the billed units cost more than they were ordered for, whatever pack they are billed in.
  const over = billedCents - costOf(orderedPrice, billedUnits);
  if (over !== 0) {
    const expected = costOf(orderedPrice, billedUnits);
    const tolerated = Math.abs(over) <= tolerance.priceCents || Math.abs(over) * 10_000 <= tolerance.priceBasisPoints * expected;
    variances.push({
      code: over > 0 ? 'price_above' : 'price_below',
      cents: over,
      tolerated,
      sentence:
        `${name}: ${dollars(Math.abs(over))} ${over > 0 ? 'more' : 'less'} than ordered for ${counted(billedUnits, unit)} ` +
        `(${dollars(billed.packCents)} a pack of ${plainNumber(billed.unitsPerPack)}, ordered at ${dollars(ordered.packCents)} a pack of ${plainNumber(ordered.unitsPerPack)}).`,
      numbers: { over, billedPackCents: billed.packCents, orderedPackCents: ordered.packCents },
    });
  }
  return { id, variances, billedCents, expectedCents: costOf(orderedPrice, receivedUnits) };
}

function quantityVariance(
  { name, receivedUnits, unit }: InvoiceLineFacts,
  billedUnits: number,
  cents: number,
  tolerance: MatchTolerance,
): Variance {
  const over = billedUnits - receivedUnits;
  return {
    code: over > 0 ? 'not_received' : 'billed_less',
    cents,
    tolerated: Math.abs(over) * 10_000 <= tolerance.quantityBasisPoints * receivedUnits,
    sentence:
      over > 0
        ? `${name}: ${counted(billedUnits, unit)} billed, ${plainNumber(receivedUnits)} came; ${dollars(cents)} too much.`
        : `${name}: ${counted(billedUnits, unit)} billed, ${plainNumber(receivedUnits)} came; ${dollars(-cents)} may still be billed.`,
    numbers: { billedUnits, receivedUnits, cents },
  };
}
