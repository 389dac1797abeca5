import { useQuery } from '@tanstack/react-query';
import type { ItemView } from '../../../../preload/contract/supplies/catalogue.ts';
import type { ItemStock, PlaceView } from '../../../../preload/contract/supplies/stock.ts';
import { useMay } from '../../../api/access.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { shortDate, shortInstant } from '../../../ui/dates.ts';
import styles from '../supplies.module.css';
import { BookForm } from './book-form.tsx';
import { KeptIn } from './kept-in.tsx';
import { LevelForm } from './level-form.tsx';
import { movementWords } from './stock-words.ts';

/** Newest entries of the ledger that the panel shows. */
const shownMovements = 8;

/** What is there of an item: where, in which lots, when to order it, and what came and went. */
export function StockPart({ item, canWrite }: { readonly item: ItemView; readonly canWrite: boolean }) {
  const trpc = useTrpc();
  const may = useMay();
  const { data: stock } = useQuery(trpc.supplies.stock.item.queryOptions({ itemId: item.id }));
  const { data: places } = useQuery(trpc.supplies.stock.place.list.queryOptions());
  if (!stock || !places || item.controlled) return null;
  const level = stock.levels.find((one) => one.placeId === null);
  return (
    <section className={styles.part} aria-label="Stock">
      <h3>Stock</h3>
      <p>
        <b className="num">{stock.onHand.toLocaleString('en-US')}</b> {item.baseUnit}
        {stock.usable !== stock.onHand && `, of which ${stock.usable.toLocaleString('en-US')} can be used`}
        <span className={styles.quiet}>{countedWords(stock)}</span>
      </p>
      {stock.balances.length > 0 && <Balances stock={stock} places={places} baseUnit={item.baseUnit} />}
      {canWrite && <KeptIn itemId={item.id} keptIn={stock.keptIn} places={places} />}
      {canWrite && <LevelForm key={level?.version ?? 0} itemId={item.id} baseUnit={item.baseUnit} level={level ?? null} />}
      {places.length > 0 && may('supplies.stock.use') && (
        <BookForm item={item} stock={stock} places={places} mayCorrect={may('supplies.stock.correct')} />
      )}
      {stock.movements.length > 0 && (
        <table className={styles.table} aria-label="What came and went">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col" data-number>
                Then
              </th>
            </tr>
          </thead>
          <tbody>
            {stock.movements.slice(0, shownMovements).map((movement) => (
              <tr key={movement.id}>
                <td>{shortInstant(movement.at)}</td>
                <td>
                  {movementWords(movement)} <span className={styles.quiet}>{movement.by}</span>
                </td>
                <td data-number className="num">
                  {movement.balance.toLocaleString('en-US')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const countedWords = ({ lastCountedAt }: ItemStock): string =>
  lastCountedAt === null ? ', never counted' : `, counted ${shortInstant(lastCountedAt)}`;

function Balances({
  stock,
  places,
  baseUnit,
}: {
  readonly stock: ItemStock;
  readonly places: readonly PlaceView[];
  readonly baseUnit: string;
}) {
  const lots = new Map(stock.lots.map((lot) => [lot.id, lot]));
  const names = new Map(places.map((place) => [place.id, place.label]));
  return (
    <table className={styles.table} aria-label="Where it lies">
      <tbody>
        {stock.balances.map(({ placeId, lotId, onHand }) => {
          const lot = lotId === null ? undefined : lots.get(lotId);
          return (
            <tr key={`${placeId} ${lotId}`}>
              <td>{names.get(placeId) ?? 'A room that was archived'}</td>
              <td>
                {lot && lot.number !== '' && `lot ${lot.number}`}
                {lot?.expiresOn && ` ${lot.expired ? 'expired' : 'expires'} ${shortDate(lot.expiresOn)}`}
                {lot?.quarantinedAt && ' set aside'}
              </td>
              <td data-number className="num">
                {onHand.toLocaleString('en-US')} {baseUnit}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
