import { Navigate, type RouteObject } from 'react-router';
import { Gate } from './gate.tsx';
import { RouteError } from './route-error.tsx';
import { Shell } from './shell.tsx';

/** Every page of the app; each is loaded when it is first gone to. */
export const routes: readonly RouteObject[] = [
  {
    element: <Gate />,
    errorElement: <RouteError />,
    hydrateFallbackElement: <></>,
    children: [
      {
        path: '/start',
        lazy: async () => ({ Component: (await import('../features/start/start.page.tsx')).StartPage }),
      },
      {
        element: <Shell />,
        children: [
          {
            path: '/schedule',
            lazy: async () => ({ Component: (await import('../features/rostering/week.page.tsx')).WeekPage }),
          },
          {
            path: '/week',
            lazy: async () => ({ Component: (await import('../print/published-week.page.tsx')).PublishedWeekPage }),
          },
          {
            path: '/schedule/print',
            lazy: async () => ({ Component: (await import('../print/week-print.page.tsx')).WeekPrintPage }),
          },
          {
            path: '/notes',
            lazy: async () => ({ Component: (await import('../features/capture/notes.page.tsx')).NotesPage }),
          },
          {
            path: '/supplies/items/print',
            lazy: async () => ({ Component: (await import('../features/supplies/items-print.page.tsx')).ItemsPrintPage }),
          },
          {
            path: '/supplies/count/:countId/print',
            lazy: async () => ({ Component: (await import('../features/supplies/counts/count-print.page.tsx')).CountPrintPage }),
          },
          {
            path: '/supplies/count/:countId',
            lazy: async () => ({ Component: (await import('../features/supplies/counts/counting.page.tsx')).CountingPage }),
          },
          {
            path: '/supplies',
            lazy: async () => ({ Component: (await import('../features/supplies/supplies.page.tsx')).SuppliesPage }),
            children: [
              {
                index: true,
                lazy: async () => ({ Component: (await import('../features/supplies/supplies.page.tsx')).FirstSupplies }),
              },
              {
                path: 'count',
                lazy: async () => ({ Component: (await import('../features/supplies/counts/counts.page.tsx')).CountsPage }),
              },
              {
                path: 'items/:id?',
                lazy: async () => ({ Component: (await import('../features/supplies/items/items.page.tsx')).ItemsPage }),
              },
              {
                path: 'vendors/:id?',
                lazy: async () => ({ Component: (await import('../features/supplies/vendors/vendors.page.tsx')).VendorsPage }),
              },
            ],
          },
          {
            path: '/people/import',
            lazy: async () => ({ Component: (await import('../features/people/people-import.page.tsx')).PeopleImportPage }),
          },
          {
            // One route, so that the list keeps its place while a person is opened beside it.
            path: '/people/:id?',
            lazy: async () => ({ Component: (await import('../features/people/people.page.tsx')).PeoplePage }),
          },
          {
            path: '/settings/access-record/print',
            lazy: async () => ({ Component: (await import('../features/audit/record-print.page.tsx')).RecordPrintPage }),
          },
          {
            path: '/settings/recovery-key',
            lazy: async () => ({ Component: (await import('../features/accounts/recovery-key.page.tsx')).RecoveryKeyPage }),
          },
          {
            path: '/settings',
            lazy: async () => ({ Component: (await import('../features/settings/settings.page.tsx')).SettingsPage }),
            children: [
              {
                index: true,
                lazy: async () => ({ Component: (await import('../features/settings/settings.page.tsx')).FirstSettings }),
              },
              {
                path: 'practice',
                lazy: async () => ({ Component: (await import('../features/practice/practice-settings.tsx')).PracticeSettings }),
              },
              {
                path: 'locations',
                lazy: async () => ({ Component: (await import('../features/practice/location-settings.tsx')).LocationSettings }),
              },
              {
                path: 'positions',
                lazy: async () => ({ Component: (await import('../features/practice/position-settings.tsx')).PositionSettings }),
              },
              {
                path: 'closures',
                lazy: async () => ({ Component: (await import('../features/practice/closure-settings.tsx')).ClosureSettings }),
              },
              {
                path: 'accounts',
                lazy: async () => ({ Component: (await import('../features/accounts/account-settings.tsx')).AccountSettings }),
              },
              {
                path: 'security',
                lazy: async () => ({ Component: (await import('../features/accounts/security-settings.tsx')).SecuritySettings }),
              },
              {
                path: 'protect',
                lazy: async () => ({ Component: (await import('../features/accounts/protect-settings.tsx')).ProtectSettings }),
              },
              {
                path: 'backups',
                lazy: async () => ({ Component: (await import('../features/backup/backup-settings.tsx')).BackupSettings }),
              },
              {
                path: 'history',
                lazy: async () => ({ Component: (await import('../features/history/recent-history.tsx')).RecentHistory }),
              },
              {
                path: 'access-record',
                lazy: async () => ({ Component: (await import('../features/audit/access-record.tsx')).AccessRecord }),
              },
              {
                path: 'archive',
                lazy: async () => ({ Component: (await import('../features/archive/archive-settings.tsx')).ArchiveSettings }),
              },
              {
                path: 'appearance',
                lazy: async () => ({ Component: (await import('../features/settings/appearance-settings.tsx')).AppearanceSettings }),
              },
              {
                path: 'about',
                lazy: async () => ({ Component: (await import('../features/settings/about-settings.tsx')).AboutSettings }),
              },
            ],
          },
          { path: '*', element: <Navigate to="/" replace /> },
        ],
      },
    ],
  },
];
