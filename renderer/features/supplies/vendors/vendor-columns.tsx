import type { VendorView } from '../../../../preload/contract/supplies/catalogue.ts';
import { amountText } from '../../../ui/cost-text.ts';
import type { Column } from '../../../ui/table/column.ts';
import styles from '../supplies.module.css';
import { freightText, orderDaysText } from './vendor-words.ts';

export const vendorColumns: readonly Column<VendorView>[] = [
  {
    key: 'name',
    head: 'Vendor',
    width: 'minmax(10rem, 1.6fr)',
    text: ({ name }) => name,
    cell: ({ name }) => <span className={styles.name}>{name}</span>,
  },
  { key: 'items', head: 'Items', width: '4.5rem', number: true, sort: ({ itemCount }) => itemCount, cell: ({ itemCount }) => itemCount },
  { key: 'days', head: 'Order', width: 'minmax(7rem, 1fr)', text: orderDaysText, cell: orderDaysText },
  {
    key: 'lead',
    head: 'Arrives after',
    width: '6.5rem',
    number: true,
    sort: ({ leadTimeDays }) => leadTimeDays,
    cell: ({ leadTimeDays }) => (leadTimeDays === 1 ? '1 day' : `${leadTimeDays} days`),
  },
  {
    key: 'minimum',
    head: 'Smallest order, $',
    width: '7.5rem',
    number: true,
    secondary: true,
    sort: ({ minimumOrderCents }) => minimumOrderCents || '',
    cell: ({ minimumOrderCents }) => (minimumOrderCents === 0 ? '' : amountText(minimumOrderCents)),
  },
  { key: 'freight', head: 'Freight', width: 'minmax(11rem, 1.4fr)', text: freightText, cell: freightText },
  {
    key: 'account',
    head: 'Our account',
    width: 'minmax(6rem, 0.8fr)',
    secondary: true,
    text: ({ accountNumber }) => accountNumber,
    cell: ({ accountNumber }) => accountNumber,
  },
  { key: 'phone', head: 'Phone', width: 'minmax(7rem, 0.8fr)', secondary: true, text: ({ phone }) => phone, cell: ({ phone }) => phone },
];
