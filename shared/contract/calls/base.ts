import { oc } from '@orpc/contract';
import { z } from 'zod';
import { type ErrorCode, errorCodes } from '../../lib/app-error.ts';

const codes = Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]];

/** Every call can fail in one way: with a code and a sentence for a person. */
export const base = oc.errors({ APP_ERROR: { status: 422, data: z.object({ code: z.enum(codes) }) } });

export const jobStarted = z.object({ jobId: z.string() });
export const fileId = z.string().max(200);
export const archiveName = z.string().regex(/^archive_\d{4}(_\d+)?$/);
export const folderPath = z.string().min(1).max(4_096);
