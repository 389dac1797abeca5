import { Upload, UserPlus } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '../../api/access.ts';
import { useActions, type AppAction } from '../../app/actions.ts';

/** New person and import, for the New menu and the palette, wherever this is mounted and for whoever may. */
export function usePeopleActions(): void {
  const navigate = useNavigate();
  const may = useMay();
  const actions = useMemo<readonly AppAction[]>(() => {
    const add: AppAction = {
      id: 'people.new',
      label: 'New person',
      group: 'New',
      icon: UserPlus,
      perform: () => void navigate('/people/new'),
    };
    const bring: AppAction = {
      id: 'people.import',
      label: 'Import people',
      group: 'People',
      icon: Upload,
      perform: () => void navigate('/people/import'),
    };
    return [...(may('people.save') ? [add] : []), ...(may('people.import.commit') ? [bring] : [])];
  }, [navigate, may]);
  useActions(actions);
}
