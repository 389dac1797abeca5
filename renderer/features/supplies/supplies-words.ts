import type { IdentifierScheme, MinimumPolicy, PriceKind, ServiceClass, StorageClass } from '../../../preload/contract/supplies/choices.ts';

/** How bad it is to run out, in the words of the screen. */
export const serviceWords: Readonly<Record<ServiceClass, string>> = {
  vital: 'Vital',
  standard: 'Standard',
  convenience: 'Convenience',
};

export const storageWords: Readonly<Record<StorageClass, string>> = {
  shelf: 'On the shelf',
  refrigerated: 'In the fridge',
  frozen: 'In the freezer',
  locked: 'Locked away',
};

export const schemeWords: Readonly<Record<IdentifierScheme, string>> = {
  gtin: 'GTIN (bar code)',
  ndc: 'NDC (drug)',
  cvx: 'CVX (vaccine)',
  mvx: 'MVX (maker)',
  hibc: 'HIBC',
  iccbba: 'ICCBBA',
  unspsc: 'UNSPSC',
  hcpcs: 'HCPCS',
  other: 'Other',
};

export const priceKindWords: Readonly<Record<PriceKind, string>> = {
  list: 'List',
  contract: 'Contract',
  quote: 'Quote',
  order: 'Order',
  invoice: 'Invoice',
};

export const minimumWords: Readonly<Record<MinimumPolicy, string>> = {
  none: 'it is taken all the same',
  surcharge: 'it costs more',
  strict: 'it is not taken',
};

/** "1 item", "38 items". */
export const countItems = (count: number): string => (count === 1 ? '1 item' : `${count.toLocaleString('en-US')} items`);
export const countVendors = (count: number): string => (count === 1 ? '1 vendor' : `${count.toLocaleString('en-US')} vendors`);

/** Choices of a select. */
export const optionsOf = <Value extends string>(
  words: Readonly<Record<Value, string>>,
  values: readonly Value[],
): readonly { readonly value: Value; readonly label: string }[] => values.map((value) => ({ value, label: words[value] }));
