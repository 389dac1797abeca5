import type { ItemLine } from '../../../../preload/contract/supplies/catalogue.ts';
import { amountText, perUnitText } from '../../../ui/cost-text.ts';
import { shortDate } from '../../../ui/dates.ts';
import type { Column } from '../../../ui/table/column.ts';
import styles from '../supplies.module.css';
import { serviceWords, storageWords } from '../supplies-words.ts';

/** The columns of the list: what it costs only where that may be seen. */
export function itemColumns(today: string, showPrices: boolean): readonly Column<ItemLine>[] {
  const columns: (Column<ItemLine> | null)[] = [
    {
      key: 'name',
      head: 'Item, counted as',
      width: 'minmax(12rem, 2.4fr)',
      text: ({ name, words }) => `${name} ${words}`,
      sort: ({ name }) => name,
      cell: ({ name, baseUnit, inactiveOn, controlled }) => (
        <>
          <span className={styles.name} data-gone={(inactiveOn !== null && inactiveOn <= today) || undefined} title={name}>
            {name}
          </span>
          <span className={styles.counted}>{controlled ? `${baseUnit}, controlled` : baseUnit}</span>
        </>
      ),
    },
    { key: 'code', head: 'Code', width: 'minmax(5rem, 0.7fr)', text: ({ code }) => code, cell: ({ code }) => code },
    {
      key: 'category',
      head: 'Category',
      width: 'minmax(7rem, 1fr)',
      secondary: true,
      text: ({ categoryName }) => categoryName,
      cell: ({ categoryName }) => categoryName,
    },
    {
      key: 'service',
      head: 'Importance',
      width: '6.5rem',
      secondary: true,
      sort: ({ serviceClass }) => ['vital', 'standard', 'convenience'].indexOf(serviceClass),
      text: ({ serviceClass }) => serviceWords[serviceClass],
      cell: ({ serviceClass }) => serviceWords[serviceClass],
    },
    {
      key: 'storage',
      head: 'Kept',
      width: '7rem',
      secondary: true,
      text: ({ storageClass, inactiveOn }) => (inactiveOn === null ? storageWords[storageClass] : `until ${inactiveOn}`),
      cell: ({ storageClass, inactiveOn }) => (inactiveOn === null ? storageWords[storageClass] : `until ${shortDate(inactiveOn, today)}`),
    },
    {
      key: 'vendor',
      head: 'Bought from',
      width: 'minmax(8rem, 1.2fr)',
      text: ({ vendorName, vendorNumber }) => `${vendorName} ${vendorNumber}`,
      sort: ({ vendorName }) => vendorName,
      cell: ({ vendorName, vendorNumber, vendorCount }) => (
        <>
          {vendorName}
          <span className={styles.counted}>{vendorCount > 1 ? `${vendorNumber} +${vendorCount - 1}` : vendorNumber}</span>
        </>
      ),
    },
    {
      key: 'pack',
      head: 'Pack',
      width: 'minmax(7rem, 0.9fr)',
      text: ({ packText }) => packText,
      cell: ({ packText }) => packText,
    },
    showPrices
      ? {
          key: 'price',
          head: 'Price, $',
          width: '5.5rem',
          number: true,
          sort: ({ cost }) => cost?.cents ?? '',
          cell: ({ cost }) => (cost ? amountText(cost.cents) : ''),
        }
      : null,
    showPrices
      ? {
          key: 'unit',
          head: 'Each, $',
          width: '5.5rem',
          number: true,
          secondary: true,
          sort: ({ cost }) => (cost ? cost.cents / cost.baseUnits : ''),
          cell: ({ cost }) => (cost ? perUnitText(cost.cents, cost.baseUnits) : ''),
        }
      : null,
  ];
  return columns.filter((column) => column !== null);
}
