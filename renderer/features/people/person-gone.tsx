import { EmptyState } from '../../ui/empty-state.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';

/** The address names someone who is not in the list: archived meanwhile, or an old link. */
export function PersonGone({ onClose }: { readonly onClose: () => void }) {
  return (
    <SidePanel wide title="Not in the list" onClose={onClose}>
      <EmptyState title="This person is not here any more" action={{ label: 'Back to everyone', perform: onClose }}>
        They were archived, or the link is an old one. Undo (Ctrl+Z) brings back whom you archived.
      </EmptyState>
    </SidePanel>
  );
}
