import { Upload, UserPlus } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useActions, type AppAction } from '../../app/actions.ts';

/** New person and import, for the New menu and the palette, wherever this is mounted. */
export function usePeopleActions(): void {
  const navigate = useNavigate();
  const actions = useMemo<readonly AppAction[]>(
    () => [
      { id: 'people.new', label: 'New person', group: 'New', icon: UserPlus, perform: () => void navigate('/people/new') },
      { id: 'people.import', label: 'Import people', group: 'People', icon: Upload, perform: () => void navigate('/people/import') },
    ],
    [navigate],
  );
  useActions(actions);
}
