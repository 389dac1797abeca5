import { PackagePlus, Truck, Upload } from 'lucide-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '../../api/access.ts';
import { useActions, type AppAction } from '../../app/actions.ts';

/** New item, new vendor and import, for the New menu and the palette, for whoever may. */
export function useSuppliesActions(): void {
  const navigate = useNavigate();
  const may = useMay();
  const actions = useMemo<readonly AppAction[]>(() => {
    const all: readonly (AppAction & { readonly needs: string })[] = [
      {
        id: 'supplies.item.new',
        label: 'New item',
        group: 'New',
        icon: PackagePlus,
        needs: 'supplies.catalogue.item.save',
        perform: () => void navigate('/supplies/items/new'),
      },
      {
        id: 'supplies.vendor.new',
        label: 'New vendor',
        group: 'New',
        icon: Truck,
        needs: 'supplies.catalogue.vendor.save',
        perform: () => void navigate('/supplies/vendors/new'),
      },
      {
        id: 'supplies.import',
        label: 'Import a price list',
        group: 'Supplies',
        icon: Upload,
        needs: 'supplies.catalogue.import.commit',
        perform: () => void navigate('/supplies/import'),
      },
    ];
    return all.filter(({ needs }) => may(needs));
  }, [navigate, may]);
  useActions(actions);
}
