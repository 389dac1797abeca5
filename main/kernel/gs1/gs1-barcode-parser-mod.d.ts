/** What we use of the library, which brings no types. */
declare module 'gs1-barcode-parser-mod' {
  interface ParsedElement {
    readonly ai: string;
    readonly dataTitle: string;
    /** The data as it is encoded. */
    readonly raw?: string;
    /** Of measures a number; of dates a local `Date`, which nobody should read. */
    readonly data: string | number | Date;
    readonly unit: string;
  }

  /** Throws a string when the text is no element string. */
  export function parseBarcode(barcode: string): { readonly codeName: string; readonly parsedCodeItems: readonly ParsedElement[] };
}
