import { z } from 'zod';

// Imported before any schema is made: each would else try whether code may be made from text, which the page's policy forbids and reports.
z.config({ jitless: true });
