import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach } from 'vitest';
import { ApiProvider } from '../../../renderer/api/api-provider.tsx';
import { createApi, type Api } from '../../../renderer/api/client.ts';
import { ThemeProvider } from '../../../renderer/app/theme-provider.tsx';
import { NoticeBar } from '../../../renderer/ui/notices/notice-bar.tsx';
import { accessState, practiceView, systemView } from './views.builder.ts';
import type { AccessState } from '../../../preload/contract/accounts/access.ts';
import type { FakeTransport } from './fake-transport.ts';

afterEach(cleanup);

/** Shows a piece of the app over a fake transport, behind set-up, at a path; the practice is already read. */
export function show(piece: ReactNode, transport: FakeTransport, access: AccessState = accessState(), path = '/'): { readonly api: Api } {
  const api = createApi(transport);
  const read: readonly (readonly [readonly unknown[], unknown])[] = [
    [api.trpc.practice.get.queryKey(), practiceView()],
    [api.trpc.access.state.queryKey(), access],
    [api.trpc.system.info.queryKey(), systemView()],
  ];
  for (const [key, data] of read) api.queryClient.setQueryData(key, data);
  render(
    <ThemeProvider>
      <ApiProvider api={api}>
        <MemoryRouter initialEntries={[path]}>{piece}</MemoryRouter>
        <NoticeBar />
      </ApiProvider>
    </ThemeProvider>,
  );
  return { api };
}
