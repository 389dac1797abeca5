import './hosts/electron/start.ts';
