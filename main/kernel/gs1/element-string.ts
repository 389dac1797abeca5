import { parseBarcode } from 'gs1-barcode-parser-mod';

/** One element of a GS1 code: an application identifier and its data. */
export interface Gs1Element {
  /** Two to four digits. */
  readonly ai: string;
  /** The identifier's title in GS1's list: "BATCH/LOT". */
  readonly title: string;
  /** The data as encoded: a date is YYMMDD, a weight its digits. */
  readonly text: string;
  /** Of weights, lengths and the like. */
  readonly measure: { readonly value: number; readonly unit: string } | null;
}

/**
 * Takes a GS1 element string apart, with or without symbology identifier (`]C1`, `]d2`, `]Q3`), with GS (0x1D) between elements, or as
 * printed: "(01)...(17)...". Undefined when it is none. Neither check digits nor dates are looked at; the library's dates are local, so
 * they are read from the digits.
 */
export function readElementString(text: string): Gs1Element[] | undefined {
  try {
    return parseBarcode(text).parsedCodeItems.map(({ ai, dataTitle, raw, data, unit }) => ({
      ai,
      title: dataTitle,
      text: raw ?? String(data),
      measure: typeof data === 'number' ? { value: data, unit } : null,
    }));
  } catch (reason) {
    // The library says what is wrong as a string; anything else is a fault of ours.
    if (typeof reason === 'string') return undefined;
    throw reason;
  }
}
