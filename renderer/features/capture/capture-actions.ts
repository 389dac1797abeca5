import { StickyNote } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '../../api/access.ts';
import { useActions, type AppAction } from '../../app/actions.ts';

/** The way to the notes from the front desk, for those who read them. */
export function useCaptureActions(): void {
  const navigate = useNavigate();
  const may = useMay();
  const actions = useMemo<readonly AppAction[]>(
    () =>
      may('capture.list')
        ? [
            {
              id: 'go.notes',
              label: 'Go to the notes from the front desk',
              group: 'Go to',
              icon: StickyNote,
              perform: () => void navigate('/notes'),
            },
          ]
        : [],
    [may, navigate],
  );
  useActions(actions);
}
