import { contextBridge, ipcRenderer } from 'electron';
import type { Answer, Bridge, StreamMessage } from './contract/shared/transport.ts';

type Listener = (message: StreamMessage) => void;

/** The two ways out. Their names and messages are those of main/hosts/electron/ipc.ts. */
const listeners = new Map<number, Listener>();
let lastId = 0;

ipcRenderer.on('subscribe', (_event, id: number, message: StreamMessage) => {
  const listener = listeners.get(id);
  if ('done' in message || !message.ok) listeners.delete(id);
  listener?.(message);
});

const bridge: Bridge = {
  request: (message): Promise<Answer> => ipcRenderer.invoke('request', message),
  subscribe: (operation, onMessage) => {
    const id = ++lastId;
    listeners.set(id, onMessage);
    ipcRenderer.send('subscribe', { id, operation });
    return () => {
      if (listeners.delete(id)) ipcRenderer.send('subscribe', { id });
    };
  },
};

contextBridge.exposeInMainWorld('bridge', bridge);
