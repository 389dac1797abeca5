// These run in the page, each by itself: they may use nothing from outside.

/** Puts a plain table of people and days into a corner of the page: a key opens an input in the cell, Enter puts its text there. */
export function putPlainTable(people: number): void {
  const frame = document.createElement('div');
  Object.assign(frame.style, {
    position: 'fixed',
    right: '0',
    bottom: '0',
    width: '420px',
    height: '260px',
    overflow: 'auto',
    zIndex: '9',
  });
  const table = document.createElement('table');
  table.id = 'plain-table';
  table.tabIndex = 0;
  let active: HTMLTableCellElement | null = null;
  for (let row = 0; row < people; row += 1) {
    const line = table.insertRow();
    line.insertCell().textContent = `Person ${row}`;
    for (let day = 0; day < 7; day += 1) {
      const cell = line.insertCell();
      cell.id = `plain-${row}-${day}`;
      cell.textContent = '8-5';
      cell.style.position = 'relative';
      cell.addEventListener('click', () => {
        active = cell;
        table.focus({ preventScroll: true });
      });
    }
  }
  const edit = (cell: HTMLTableCellElement): void => {
    const input = document.createElement('input');
    Object.assign(input.style, { position: 'absolute', inset: '0', width: '100%' });
    input.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key !== 'Enter') return;
      cell.textContent = input.value;
      table.focus({ preventScroll: true });
    });
    cell.append(input);
    input.focus({ preventScroll: true });
  };
  table.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (active !== null && event.key.length === 1) edit(active);
  });
  frame.append(table);
  document.body.append(frame);
}

/**
 * Waits for Enter and then until the cell's other text is painted. `done` is the time between, in ms: from the stamp of the key to the end of
 * the frame that first has the text.
 */
export function watchCell(id: string): { done: Promise<number> } {
  const textNow = (): string => document.getElementById(id)?.textContent ?? '';
  const before = textNow();
  const done = new Promise<number>((resolve) => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter') return;
      window.removeEventListener('keydown', onKey, true);
      const look = (): void => {
        if (textNow() === before) {
          requestAnimationFrame(look);
          return;
        }
        // A message comes after the frame's own style, layout and paint.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => resolve(performance.now() - event.timeStamp));
        port1.start();
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    };
    window.addEventListener('keydown', onKey, true);
  });
  return { done };
}

/** The longest task from now on, in ms; 0 while none took 50 ms or more. */
export function watchLongTasks(): { longest(): number } {
  let longest = 0;
  const take = (entries: PerformanceEntryList): void => {
    for (const { duration } of entries) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'longtask' });
  return {
    longest: () => {
      take(observer.takeRecords());
      return longest;
    },
  };
}

/** How far the element that scrolls the grid has still to go, in CSS pixels. */
export function leftToScroll(): number {
  for (let element = document.querySelector('[role="grid"]'); element !== null; element = element.parentElement) {
    if (element.scrollHeight > element.clientHeight && getComputedStyle(element).overflowY !== 'visible') {
      return element.scrollHeight - element.clientHeight - element.scrollTop;
    }
  }
  return 0;
}

/** Resolves when two more frames were drawn. */
export function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
