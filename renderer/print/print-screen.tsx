import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { ArrowLeft, FileDown, Printer } from 'lucide-react';
import { useMemo, useRef, type CSSProperties, type ReactNode } from 'react';
import { useActions, type ActionGroup, type AppAction } from '../app/actions.ts';
import { PageHead } from '../ui/page-head.tsx';
import { paperNames, type Sheet } from './paper.ts';
import { PrintRules } from './print-rules.tsx';
import styles from './print-screen.module.css';
import { useSheetScale } from './use-sheet-scale.ts';

const around = 28;

/** What can be done with the sheets. */
export interface PrintCommands {
  readonly print: () => void;
  readonly savePdf: () => void;
  readonly goBack: () => void;
}

/** What is printed, in words. A constant: the actions follow it. */
export interface PrintWords {
  /** Of its actions: `week`. */
  readonly id: string;
  readonly group: ActionGroup;
  /** Title and action: "Print the week". */
  readonly print: string;
  /** "Save the week as PDF" */
  readonly pdf: string;
  /** "Back to the week" */
  readonly back: string;
}

/** The sheets as they print, on a sunken ground, with what can be chosen at the right. The same elements go onto paper. */
export function PrintScreen({
  words,
  facts,
  pages,
  sheet,
  sheets,
  commands,
  children,
}: {
  readonly words: PrintWords;
  /** What stands beside the title, before the number of pages. */
  readonly facts: string;
  readonly pages: number;
  readonly sheet: Sheet;
  readonly sheets: ReactNode;
  /** Keep it stable (`useMemo`). */
  readonly commands: PrintCommands;
  /** The options. */
  readonly children: ReactNode;
}) {
  const ground = useRef<HTMLElement>(null);
  const scale = useSheetScale(ground, sheet, { pad: around, whole: true });
  const fit: CSSProperties & Record<'--fit', number> = { '--fit': scale };
  const actions = useMemo<readonly AppAction[]>(
    () => [
      {
        id: `${words.id}.print`,
        label: words.print,
        group: words.group,
        icon: Printer,
        shortcut: 'Ctrl+P',
        whileTyping: true,
        perform: commands.print,
      },
      { id: `${words.id}.pdf`, label: words.pdf, group: words.group, icon: FileDown, perform: commands.savePdf },
      {
        id: `${words.id}.print.back`,
        label: words.back,
        group: words.group,
        icon: ArrowLeft,
        shortcut: 'Escape',
        perform: commands.goBack,
      },
    ],
    [words, commands],
  );
  useActions(actions);
  return (
    <div className={styles.screen}>
      <PrintRules paper={sheet.paper} />
      <PageHead
        title={words.print}
        facts={`${facts}, ${pages === 1 ? 'one page' : `${pages} pages`}, ${paperNames[sheet.paper]}`}
        before={
          <IconButton aria-label={words.back} title={`${words.back} (Esc)`} onClick={commands.goBack}>
            <ArrowLeft size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        }
      >
        <Button onClick={commands.savePdf}>Save PDF</Button>
        <Button variant="contained" color="primary" onClick={commands.print} title="Print (Ctrl+P)">
          Print
        </Button>
      </PageHead>
      <div className={styles.body}>
        <section ref={ground} className={styles.ground} aria-label="As it will print">
          <div className={styles.sheets} style={fit} data-sheets="">
            {sheets}
          </div>
        </section>
        <aside className={styles.options} aria-label="What is printed">
          {children}
        </aside>
      </div>
    </div>
  );
}
