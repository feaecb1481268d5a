// The same site as a campus has it: people sign in at a CAS server that this project did not write.
import { demoPersonas } from '../../../apps/api/src/database/seeds/index.ts';
import { startRealCas } from '../real-cas.ts';
import { useFreshFolder } from './fresh-site.ts';

/** Everybody's password at the campus CAS. */
const password = 'campus';

useFreshFolder('journeys-campus');
const users = demoPersonas.map(({ username, name }) => ({
  username,
  password,
  attributes: { cn: name, userName: username },
}));
const cas = await startRealCas(users);
process.once('exit', () => void cas.stop());
process.env.CAS_URL = cas.baseUrl;
process.env.DEMO_CASES = '500'; // enough for lists, and quick
await import('../../../scripts/start.ts');
