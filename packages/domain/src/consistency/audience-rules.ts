import type { Audience, AudienceGroup, LifeEvent } from '../vocabulary/index.ts';
import { each, type Rule, when } from './rule.ts';

/** Whom a topic can be about. */
const audiencesOf: Readonly<Record<LifeEvent, readonly Audience[]>> = {
  enrolment: ['student', 'parent', 'visitor'],
  studying: ['student', 'parent'],
  graduation: ['student', 'alumnus', 'parent'],
  joining: ['teacher'],
  working: ['teacher'],
  leaving: ['teacher'],
  visiting: ['visitor', 'alumnus', 'parent'],
};

/** 9: each topic fits somebody whom the matter serves, and each of them finds it under a topic of theirs. */
const audienceTopic: Rule = {
  id: 'audience-topic',
  severity: 'warns',
  paths: ['summary.lifeEvents', 'summary.audiences'],
  find({ summary: { audiences, lifeEvents } }) {
    if (audiences.length === 0 || lifeEvents.length === 0) return [];
    const topic = lifeEvents.find((event) => !audiencesOf[event].some((one) => audiences.includes(one)));
    const audience = audiences.find((one) => !lifeEvents.some((event) => audiencesOf[event].includes(one)));
    return [
      ...when(topic !== undefined, 'summary.lifeEvents', { topic: topic ?? '' }),
      ...when(audience !== undefined, 'summary.audiences', { audience: audience ?? '' }),
    ];
  },
};

const audienceOf: Readonly<Record<AudienceGroup, Audience>> = {
  undergraduate: 'student',
  postgraduate: 'student',
  international: 'student',
  academic: 'teacher',
  administrative: 'teacher',
  support: 'teacher',
  retired: 'teacher',
};

/** 9: a group belongs to somebody whom the matter serves. */
const audienceGroup: Rule = {
  id: 'audience-group',
  severity: 'blocks',
  paths: ['guide.audienceGroups'],
  find: ({ summary: { audiences }, guide: { audienceGroups } }) =>
    each('guide.audienceGroups', audienceGroups, (group) =>
      audiences.includes(audienceOf[group]) ? undefined : { group },
    ),
};

export const audienceRules: readonly Rule[] = [audienceTopic, audienceGroup];
