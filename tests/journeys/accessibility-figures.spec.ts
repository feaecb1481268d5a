import { testRoom } from './support/accessible-rooms.ts';
import { rooms } from './support/rooms.ts';

for (const room of rooms.figures) testRoom(room);
