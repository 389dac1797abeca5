import { BrowserWindow, screen } from 'electron';
import { programName } from '../data-folder-path.ts';
import { appStart } from '../policy.ts';
import { keepWindowState, readWindowState } from './window-state.ts';

export interface WindowFiles {
  /** The built preload. */
  readonly preload: string;
  /** Where the window's place is kept. */
  readonly state: string;
}

/** Opens the app's one window where it was closed last. */
export async function openWindow({ preload, state }: WindowFiles): Promise<BrowserWindow> {
  const place = readWindowState(
    state,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    title: programName,
    width: 1360,
    height: 860,
    ...(place && { x: place.x, y: place.y, width: place.width, height: place.height }),
    minWidth: 800,
    minHeight: 560,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The spelling checker would fetch its dictionaries from the network.
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    if (place?.isMaximized) window.maximize();
    window.show();
  });
  window.on('close', () => keepWindowState(state, { ...window.getNormalBounds(), isMaximized: window.isMaximized() }));
  await window.loadURL(appStart);
  return window;
}

/** Brings the window to the front, for a second start. */
export function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
