// What journeys visit: `npm start` itself, beginning with nothing.
import { useFreshFolder } from './fresh-site.ts';

useFreshFolder('journeys-demo');
await import('../../../scripts/start.ts');
