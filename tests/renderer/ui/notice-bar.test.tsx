import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoticeBar } from '../../../renderer/ui/notices/notice-bar.tsx';
import { showNotice, useNotices } from '../../../renderer/ui/notices/notice.store.ts';

beforeEach(() => {
  vi.useFakeTimers();
  useNotices.setState({ notice: null });
  render(<NoticeBar />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const show = (text: string, perform = () => {}) => act(() => showNotice({ tone: 'done', text, action: { label: 'Undo', perform } }));
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

describe('the notice', () => {
  it('stands six seconds in a region that is read out', () => {
    show('Archived Ana Ruiz');
    expect(screen.getByText('Archived Ana Ruiz').closest('[aria-live="polite"]')).not.toBeNull();
    pass(5999);
    expect(screen.queryByText('Archived Ana Ruiz')).not.toBeNull();
    pass(1);
    expect(screen.queryByText('Archived Ana Ruiz')).toBeNull();
  });

  it('is one at a time: a new one takes the place and its own six seconds', () => {
    show('First');
    pass(4000);
    show('Second');
    pass(4000);
    expect(screen.queryByText('First')).toBeNull();
    expect(screen.queryByText('Second')).not.toBeNull();
  });

  it('stays while it is pointed at', () => {
    show('Archived Ana Ruiz');
    const notice = screen.getByText('Archived Ana Ruiz');
    fireEvent.pointerEnter(notice.parentElement ?? notice);
    pass(20_000);
    expect(screen.queryByText('Archived Ana Ruiz')).not.toBeNull();
  });

  it('performs its action once and goes', () => {
    const undo = vi.fn();
    show('Archived Ana Ruiz', undo);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('Archived Ana Ruiz')).toBeNull();
  });
});
