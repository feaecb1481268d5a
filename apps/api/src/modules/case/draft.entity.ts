import { defineEntity, p } from '@mikro-orm/sql';
import { sealedFor, type Sealed } from '../../platform/crypto/index.ts';

/** An application that is being filled in: kept for 30 days after the last change, found again on any device. */
const CaseDraftSchema = defineEntity({
  name: 'CaseDraft',
  tableName: 'case_drafts',
  indexes: [
    { name: 'case_drafts_person', properties: ['personId', 'updatedAt'] },
    { name: 'case_drafts_expires_at', properties: ['expiresAt'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    personId: p.string().length(36),
    matterId: p.string().length(36),
    matterCode: p.string().length(40),
    matterName: p.string().length(200),
    /** The version that the answers were given under; opening the draft again moves it to the one in force. */
    matterVersionId: p.string().length(36),
    /** `person:matter` while it is the one open draft of this person in this matter; null once it became a case. */
    openKey: p.string().length(80).nullable().unique(),
    /** Answers as JSON, encrypted: they hold whatever a form asks for. */
    answers: p.text().$type<Sealed>().groups(sealedFor('case.answers')),
    /** Keys of the pages that were saved whole, as JSON: a page counts as filled in when its owner has seen it. */
    savedPages: p.json<readonly string[]>(),
    currentPage: p.string().length(60),
    /** The case whose answers were copied into it. */
    copiedFrom: p.string().length(36).nullable(),
    version: p.integer(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    expiresAt: p.datetime(3),
  },
});
export class CaseDraft extends CaseDraftSchema.class {}
CaseDraftSchema.setClass(CaseDraft);
