import { z } from 'zod';
import { Id, plainText, TripCause } from './common.ts';
import { endpoint } from './endpoint.ts';

export const feedbackEndpoints = {
  rateCase: endpoint({
    method: 'put',
    path: '/api/cases/{id}/rating',
    summary: 'Rate an own finished case in five levels, and say how many trips it really took',
    access: 'applicant',
    params: z.strictObject({ id: Id }),
    body: z.strictObject({
      level: z.number().int().min(1).max(5).meta({ description: '1 非常满意 … 5 非常不满意' }),
      tags: z.array(z.string().max(30)).max(10).default([]),
      text: plainText(1000).optional(),
      trips: z.number().int().min(0).max(20).optional(),
      tripCause: TripCause.optional(),
    }),
    output: z.object({
      level: z.number().int(),
      tags: z.array(z.string()),
      text: z.string().nullable(),
      trips: z.number().int().nullable(),
      tripCause: TripCause.nullable(),
    }),
  }),
  dismissRating: endpoint({
    method: 'post',
    path: '/api/cases/{id}/rating/dismiss',
    summary: 'Not now: it is not asked for again',
    access: 'applicant',
    params: z.strictObject({ id: Id }),
    status: 204,
    output: z.undefined(),
  }),
  getRatingForm: endpoint({
    method: 'get',
    path: '/api/rating-form',
    summary: 'The five levels with the tags of each',
    access: 'public',
    output: z.object({
      levels: z.array(z.object({ level: z.number().int(), label: z.string(), tags: z.array(z.string()) })),
    }),
  }),
};
