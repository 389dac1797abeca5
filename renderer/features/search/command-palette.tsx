import Dialog from '@mui/material/Dialog';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '../../api/access.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { availableActions, useActionRegistry } from '../../app/actions.ts';
import { useOverlay } from '../../app/overlay.store.ts';
import { useComputer } from '../../app/computer.store.ts';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './command-palette.module.css';
import { PaletteLine } from './palette-line.tsx';
import { paletteSections, readQuery, type PaletteItem } from './palette-results.ts';

/** Search everything and run any command, by keyboard alone. Ctrl+K. */
export function CommandPalette() {
  const isOpen = useOverlay((state) => state.overlay === 'palette');
  const close = useOverlay((state) => state.close);
  return (
    <Dialog
      open={isOpen}
      onClose={close}
      slotProps={{ paper: { className: styles.paper, 'aria-label': 'Search or jump to' }, container: { className: styles.place } }}
    >
      <Palette />
    </Dialog>
  );
}

function Palette() {
  const trpc = useTrpc();
  const navigate = useNavigate();
  const may = useMay();
  const close = useOverlay((state) => state.close);
  const initialText = useOverlay((state) => state.paletteText);
  const sets = useActionRegistry((state) => state.sets);
  const chooseLocation = useComputer((state) => state.chooseLocation);
  const [entry, setEntry] = useState(initialText);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const listId = useId();

  const query = useMemo(() => readQuery(entry), [entry]);
  const text = useDeferredValue(query.text);
  const found = useQuery({
    ...trpc.search.find.queryOptions({ text }),
    enabled: text !== '' && query.only !== 'commands' && may('search.find'),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const sections = useMemo(
    () => paletteSections(query, query.text === '' ? undefined : found.data, availableActions(sets)),
    [query, found.data, sets],
  );
  const items = sections.flatMap((section) => section.items);
  const chosen = items.find(({ key }) => key === chosenKey) ?? items[0];

  const open = (item: PaletteItem) => {
    close();
    if (item.kind === 'action') {
      item.action.perform();
    } else if (item.kind === 'person') {
      void navigate(`/people/${item.person.id}`);
    } else if (item.kind === 'item') {
      void navigate(`/supplies/items/${item.hit.id}`);
    } else if (item.kind === 'vendor') {
      void navigate(`/supplies/vendors/${item.hit.id}`);
    } else {
      chooseLocation(item.shift.locationId);
      void navigate(`/schedule?on=${item.shift.on}&shift=${item.shift.id}`);
    }
  };

  const step = (by: number) => {
    const at = chosen ? items.indexOf(chosen) : -1;
    const next = items[(at + by + items.length) % items.length];
    if (next) setChosenKey(next.key);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const first = items[0];
    const last = items.at(-1);
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Home' && event.ctrlKey && first) setChosenKey(first.key);
    else if (event.key === 'End' && event.ctrlKey && last) setChosenKey(last.key);
    else if (event.key === 'Enter' && chosen) open(chosen);
    else return;
    event.preventDefault();
  };

  const count = items.length === 0 ? 'Nothing found' : `${items.length} found`;
  return (
    <>
      <div className={styles.ask}>
        <Search size={20} strokeWidth={1.5} aria-hidden />
        <input
          ref={(input) => input?.focus()}
          className={styles.entry}
          value={entry}
          onChange={(event) => {
            setEntry(event.target.value);
            setChosenKey(null);
          }}
          onKeyDown={onKeyDown}
          role="combobox"
          aria-label="Search or jump to"
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={chosen ? `${listId}-${chosen.key}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
        />
        <span className={styles.count} aria-live="polite">
          {query.text === '' ? '' : count}
        </span>
        <Kbd keys="Escape" />
      </div>
      <div id={listId} className={styles.results} {...listbox}>
        {sections.map(({ title, items: lines }) => (
          <div key={title} {...group(title)}>
            <div className={styles.word} aria-hidden>
              {title}
            </div>
            {lines.map((item) => (
              <PaletteLine
                key={item.key}
                id={`${listId}-${item.key}`}
                item={item}
                query={query.text}
                chosen={item === chosen}
                onPoint={() => setChosenKey(item.key)}
                onOpen={() => open(item)}
              />
            ))}
          </div>
        ))}
      </div>
      {items.length === 0 && <p className={styles.nothing}>Nothing here matches. Try the beginning of a name, a day or a command.</p>}
      <div className={styles.foot} aria-hidden>
        <span>
          <Kbd keys="ArrowUp" />
          <Kbd keys="ArrowDown" />
          choose
        </span>
        <span>
          <Kbd keys="Enter" />
          open
        </span>
        <span className={styles.only}>
          only <Kbd keys="@" />
          people <Kbd keys=">" />
          commands
        </span>
      </div>
    </>
  );
}

const listbox = { role: 'listbox', 'aria-label': 'Results' } as const;
const group = (title: string) => ({ role: 'group', 'aria-label': title }) as const;
