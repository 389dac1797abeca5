import Button from '@mui/material/Button';
import type { ExportResult } from '../../../preload/contract/archive/archive.ts';
import { useApi } from '../../api/api-provider.tsx';
import { fetchDownload } from '../../api/fetch-download.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { showNotice } from '../../ui/notices/notice.store.ts';
import { Section } from '../../ui/section.tsx';
import styles from './archive.module.css';
import { useArchiveWork } from './use-archive-work.ts';
import { WorkProgress } from './work-progress.tsx';

/** Takes everything out in open formats. */
export function ExportEverything() {
  const { client } = useApi();
  const { state, start, cancel } = useArchiveWork<ExportResult>(({ saved, fileName, download, missingFiles }) => {
    if (!saved || fileName === null) return;
    if (download !== undefined) fetchDownload(download, fileName);
    showNotice({ tone: 'done', text: `Exported everything to ${fileName}${missingWords(missingFiles)}` });
  });
  return (
    <Section title="Export everything">
      <div className={styles.words}>
        <p>
          One zip with every table as CSV, all rows as JSON, and the files as they were added. Any spreadsheet opens it, and an empty
          practice takes it in.
        </p>
        <p className={styles.warning}>
          It is not encrypted: names, phone numbers, pay and files can be read by whoever has it. Passphrases, PINs and keys are not in it.
        </p>
      </div>
      {state.kind === 'refused' && <ErrorNotice error={state.error} />}
      {state.kind === 'running' ? (
        <WorkProgress words="Exporting" state={state} onCancel={cancel} />
      ) : (
        <Button
          variant="contained"
          color="primary"
          onClick={() => start((handlers) => client.archive.export.subscribe(undefined, handlers))}
        >
          Export everything
        </Button>
      )}
    </Section>
  );
}

function missingWords(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? '. 1 file is missing in the data folder and not in it'
    : `. ${count} files are missing in the data folder and not in it`;
}
