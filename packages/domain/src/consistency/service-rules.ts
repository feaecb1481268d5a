import { applicationForm, isUploaded, type MatterContent } from '../catalog/index.ts';
import { findLayoutFaults } from '../certificate/index.ts';
import { findFormFaults } from '../form/index.ts';
import { findRouteFaults } from '../route/index.ts';
import type { PostStanding } from './rule-context.ts';
import { type Finding, type Rule, when } from './rule.ts';

/** Who can hand in an application on the net finds a form, and it goes somewhere. */
const formAndRoute: Rule = {
  id: 'form-and-route',
  severity: 'blocks',
  paths: ['form', 'route'],
  find: ({ form, route }) => [
    ...when(form === null && route !== null, 'form', { missing: 'form' }),
    ...when(form !== null && route === null, 'route', { missing: 'route' }),
    ...when(form !== null && form.pages.length === 0, 'form', { missing: 'pages' }),
  ],
};

const formFaults: Rule = {
  id: 'form-faults',
  severity: 'blocks',
  paths: ['form'],
  find({ form, guide }) {
    if (form === null) return [];
    const requirements = guide.materials.filter(isUploaded).map(({ key }) => key);
    return findFormFaults(applicationForm(form, guide.situations), { requirements }).map(({ code, key }): Finding => ({
      path: 'form',
      params: { fault: code, key },
    }));
  },
};

const routeFaults: Rule = {
  id: 'route-faults',
  severity: 'blocks',
  paths: ['route'],
  find({ route, guide }) {
    // No stage: decided at once by rule, which nothing can hinder.
    if (route === null || route.stages.length === 0) return [];
    const names = new Map(route.stages.map(({ key, name }) => [key, name.zh]));
    return findRouteFaults(route, guide.promisedDays).map(({ code, stage = '' }): Finding => ({
      path: 'route',
      params: { fault: code, stage: names.get(stage) ?? stage },
    }));
  },
};

/** A certificate with a gap is not issued, and whoever was promised one would wait for it. */
const layoutFaults: Rule = {
  id: 'layout-faults',
  severity: 'blocks',
  paths: ['layout'],
  find: ({ layout, form, guide }) =>
    (layout === null ? [] : findLayoutFaults(layout, form && applicationForm(form, guide.situations))).map(
      ({ code, name }): Finding => ({
        path: 'layout',
        params: { fault: code, name },
      }),
    ),
};

/** The posts that a route names, each once, with the stage that names it first. */
export function postsOfRoute(route: MatterContent['route']): ReadonlyMap<string, string> {
  const posts = new Map<string, string>();
  for (const { name, tasks } of route?.stages ?? []) {
    for (const { post } of tasks) if (!posts.has(post)) posts.set(post, name.zh);
  }
  return posts;
}

function postsWhere(
  { route }: MatterContent,
  posts: ReadonlyMap<string, PostStanding>,
  isBroken: (standing: PostStanding) => boolean,
): readonly Finding[] {
  return [...postsOfRoute(route)].flatMap(([post, stage]) => {
    const standing = posts.get(post) ?? { posts: 0, held: 0 };
    return when(isBroken(standing), 'route', { post, stage, vacant: standing.posts - standing.held });
  });
}

/** A case would wait for ever at a post that nobody holds, or that there is not. */
const postHeld: Rule = {
  id: 'post-held',
  severity: 'blocks',
  paths: ['route'],
  find: (content, { posts }) => postsWhere(content, posts, ({ held }) => held === 0),
};

/** Of a post that each college has, some are vacant: applicants of those colleges would wait. */
const postPartlyHeld: Rule = {
  id: 'post-partly-held',
  severity: 'warns',
  paths: ['route'],
  find: (content, { posts }) => postsWhere(content, posts, ({ held, posts: all }) => held > 0 && held < all),
};

export const serviceRules: readonly Rule[] = [
  formAndRoute,
  formFaults,
  routeFaults,
  layoutFaults,
  postHeld,
  postPartlyHeld,
];
